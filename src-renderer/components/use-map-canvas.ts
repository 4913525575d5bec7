import type { Ref } from 'vue'
import type { PhotoColumns } from '../stores/photos'
import { useMediaQuery } from '@vueuse/core'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { createMapCanvas } from '../map/map-canvas'
import { WebGlMissing } from '../map/web-gl-missing'
import { useMapControl } from '../stores/map-control'
import { changedPictures } from '../stores/map-dress'
import { useNotices } from '../stores/notices'
import { usePhotos } from '../stores/photos'
import { usePreferences } from '../stores/preferences'
import { usePictures } from '../stores/use-pictures'
import { mapThemeOf } from './map-theme-of'

/** Puts the canvas that the maps are drawn on into `host` for as long as the component lives. */
export function useMapCanvas(host: Ref<HTMLElement | null>): void {
  const pictures = usePictures()
  const photos = usePhotos()
  const preferences = usePreferences()
  const control = useMapControl()
  const notices = useNotices()
  const reducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)')
  let gone = false

  onMounted(async () => {
    try {
      const canvas = await createMapCanvas(host.value!, pictures, { theme: mapThemeOf(preferences.dark), reducedMotion: () => reducedMotion.value })
      if (gone)
        return canvas.destroy()
      control.canvas = canvas
    }
    catch (error) {
      control.canBeDrawn = false
      if (!(error instanceof WebGlMissing))
        notices.showFailure(error)
    }
  })

  onBeforeUnmount(() => {
    gone = true
    control.canvas?.destroy()
    control.canvas = null
  })

  watch(() => preferences.dark, dark => control.canvas?.setTheme(mapThemeOf(dark)), { flush: 'post' })

  watch(() => photos.columns, (now: PhotoColumns, before: PhotoColumns) => {
    const changed = changedPictures(before, now)
    if (changed.length === 0)
      return
    pictures.forget(changed)
    control.canvas?.invalidate(changed)
  })
}
