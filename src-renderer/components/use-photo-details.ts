import type { Ref } from 'vue'
import type { PhotoDetails } from '#shared/contract/photos'
import type { PhotoId } from '#shared/domain/ids'
import { shallowRef, watch } from 'vue'
import { useLabels } from '../stores/labels'
import { useNotices } from '../stores/notices'
import { usePhotos } from '../stores/photos'
import { useCore } from '../stores/use-core'

/** All that is known of one photo, asked again when labels or suggestions change; null until the first answer, and for no photo. */
export function usePhotoDetails(photo: () => number | null): { details: Ref<PhotoDetails | null> } {
  const core = useCore()
  const notices = useNotices()
  const labels = useLabels()
  const photos = usePhotos()
  const details = shallowRef<PhotoDetails | null>(null)

  watch([
    photo,
    () => labels.labelling,
    () => photos.told,
  ], async ([asked]) => {
    if (details.value && details.value.id as number !== asked)
      details.value = null
    if (asked === null)
      return
    const found = await notices.attempt(() => core.photos.details({ photo: asked as PhotoId }))
    if (asked === photo())
      details.value = found ?? null
  }, { immediate: true })

  return { details }
}
