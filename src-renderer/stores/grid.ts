import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useFind } from './find'
import { foundAmong } from './found-among'
import { sectionsByGroup, sectionsByLabel } from './grid-sections'
import { useLabels } from './labels'
import { useMap } from './map'
import { useMapControl } from './map-control'
import { usePhotos } from './photos'
import { usePreferences } from './preferences'

/** The photos as a grid, which stands where the map would: by choice, or where the browser can't draw a map. */
export const useGrid = defineStore('grid', () => {
  const map = useMap()
  const photos = usePhotos()
  const labels = useLabels()
  const find = useFind()
  const preferences = usePreferences()
  const control = useMapControl()

  const isShown = computed(() => preferences.grid || !control.canBeDrawn)
  const sections = computed(() => {
    if (!isShown.value)
      return []
    const all = foundAmong(photos.columns.ids, find.found)
    const { current, grouping } = map
    if (preferences.gridBy === 'groups' && current && grouping?.of.length === current.ids.length)
      return sectionsByGroup(all, current.ids, grouping.of)
    return sectionsByLabel(all, photos.columns, labels.labels.map(({ id }) => id))
  })
  /** Every photo of the grid, from the first tile to the last. */
  const order = computed(() => {
    const all = new Uint32Array(sections.value.reduce((sum, section) => sum + section.photos.length, 0))
    let at = 0
    for (const section of sections.value) {
      all.set(section.photos, at)
      at += section.photos.length
    }
    return all
  })
  /** The place of each photo in the order. */
  const places = computed(() => new Map(Array.from(order.value, (photo, at) => [photo, at])))

  return { isShown, sections, order, places }
})
