import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useGrid } from './grid'
import { useMap } from './map'
import { usePhotos } from './photos'
import { useSelection } from './selection'
import { useView } from './view'

/** The order in which the large view leafs: through the selection where the photo is in it, else through all photos. */
export const usePhotoOrder = defineStore('photo-order', () => {
  const view = useView()
  const selection = useSelection()
  const map = useMap()
  const grid = useGrid()
  const photos = usePhotos()

  const order = computed<Uint32Array>(() => {
    const { photo } = view
    if (photo !== null && selection.photos.length > 1 && selection.set.has(photo))
      return selection.photos
    if (grid.isShown)
      return grid.order
    return map.current && photo !== null && map.current.ids.includes(photo)
      ? map.current.ids
      : photos.columns.ids
  })
  const at = computed(() => view.photo === null
    ? -1
    : order.value.indexOf(view.photo))

  /** The next photo (1) or the one before (−1), passing over the one it is compared with; undefined where there is none. */
  function beside(by: 1 | -1): number | undefined {
    if (at.value < 0)
      return undefined
    const next = order.value[at.value + by]
    return next === view.compared ? order.value[at.value + 2 * by] : next
  }

  function canLeaf(by: 1 | -1): boolean {
    return beside(by) !== undefined
  }

  /** Goes on to the next photo (1) or back (−1), if there is one. */
  function leaf(by: 1 | -1): void {
    view.photo = beside(by) ?? view.photo
  }

  return { order, at, canLeaf, leaf }
})
