import type { Ref } from 'vue'
import { ref, watch } from 'vue'
import { usePhotos } from '../stores/photos'
import { usePictures } from '../stores/use-pictures'

/** The address of a photo's thumbnail, null until it is there; and why there is none, null unless that is so. */
export function useThumbnail(photo: () => number): { address: Ref<string | null>, problem: Ref<string | null> } {
  const pictures = usePictures()
  const photos = usePhotos()
  const address = ref<string | null>(null)
  const problem = ref<string | null>(null)

  watch([
    photo,
    () => photos.versionOf(photo()),
    () => photos.gone.has(photo()),
  ], async ([asked], [before]) => {
    if (asked !== before)
      address.value = problem.value = null
    const found = await pictures.address(asked)
    if (asked !== photo())
      return
    address.value = found
    problem.value = found === null ? pictures.problem(asked) : null
  }, { immediate: true })

  return { address, problem }
}
