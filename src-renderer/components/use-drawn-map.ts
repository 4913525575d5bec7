import type { Ref } from 'vue'
import type { MapCluster, PhotoMap, PhotoMapEvents } from '../map/photo-map-types'
import type { PhotoColumns } from '../stores/photos'
import { useMediaQuery } from '@vueuse/core'
import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { createPhotoMap } from '../map/photo-map'
import { WebGlMissing } from '../map/web-gl-missing'
import { useFind } from '../stores/find'
import { useLabels } from '../stores/labels'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { changedPictures, mapAspects, mapDress } from '../stores/map-dress'
import { usePhotos } from '../stores/photos'
import { usePreferences } from '../stores/preferences'
import { useSelection } from '../stores/selection'
import { usePictures } from '../stores/use-pictures'
import { useView } from '../stores/view'
import { t } from '../words/t'
import { colourNumber, mapThemeOf } from './map-theme-of'

/** Draws the map into `host` and keeps it true to the stores. @returns why it can't be drawn, null while it can */
export function useDrawnMap(host: Ref<HTMLElement | null>, events: Pick<PhotoMapEvents, 'hover' | 'camera'>): { problem: Ref<string | null>, moving: Ref<boolean> } {
  const pictures = usePictures()
  const map = useMap()
  const photos = usePhotos()
  const labels = useLabels()
  const selection = useSelection()
  const view = useView()
  const find = useFind()
  const preferences = usePreferences()
  const control = useMapControl()
  const reducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)')
  const problem = ref<string | null>(null)
  const moving = ref(false)
  let gone = false
  let checking: ReturnType<typeof setTimeout>
  let stopFollowing = (): void => {}

  const colours = computed(() => new Map(labels.labels.map(label => [
    label.id as number,
    colourNumber(label.colour),
  ])))
  const dress = computed(() => mapDress(map.current?.ids ?? new Uint32Array(), photos.columns, colours.value))
  const clusters = computed<MapCluster[]>(() => map.groups.map(group => ({
    index: group.index,
    name: (group.label !== null && labels.byId.get(group.label)?.name) || group.name,
    photos: group.photos,
    colour: group.label === null
      ? 0
      : colours.value.get(group.label) ?? 0,
    outline: group.outline,
    x: group.x,
    y: group.y,
  })))

  onMounted(async () => {
    try {
      const drawn = await createPhotoMap(host.value!, pictures, {
        ...events,
        choose(chosen, mode, what) {
          if (what === 'nothing' && mode !== 'replace')
            return
          selection.choose(chosen, mode, what === 'cluster'
            ? {
                kind: 'cluster',
                name: nameAt(chosen[0]),
              }
            : undefined)
        },
        open: photo => void (view.photo = photo),
        focus: photo => void (view.focus = photo),
      }, {
        theme: mapThemeOf(preferences.dark),
        reducedMotion: reducedMotion.value,
      })
      if (gone)
        return drawn.destroy()
      control.drawn = drawn
      follow(drawn)
    }
    catch (error) {
      problem.value = error instanceof WebGlMissing ? t('map.noWebGl') : error instanceof Error ? error.message : String(error)
    }
  })

  onBeforeUnmount(() => {
    gone = true
    clearTimeout(checking)
    stopFollowing()
    control.drawn?.destroy()
    control.drawn = null
  })

  /** One watcher for all, so that photos always come before what is said about them. */
  function follow(drawn: PhotoMap): void {
    stopFollowing = watch([
      () => map.current,
      dress,
      () => map.grouping,
      clusters,
      () => selection.photos,
      () => view.tool,
      () => preferences.dark,
      () => find.found,
      () => find.hide,
      () => photos.gone,
    ] as const, ([shown, clothes, grouping, named, selected, tool, dark, found, hide, gone], before) => {
      const [oldShown, oldClothes, oldGrouping, oldNamed, oldSelected, oldTool, oldDark, oldFound, oldHide, oldGone] = before
      const placed = shown !== oldShown
      if (placed)
        place(drawn, oldShown ?? null)
      if (placed || clothes !== oldClothes) {
        drawn.setColours(clothes.colours)
        drawn.setStrength(clothes.strengths)
      }
      if (placed || grouping !== oldGrouping || named !== oldNamed) {
        const fits = shown && grouping?.projection === shown.projection && grouping.of.length === shown.ids.length
        drawn.setClusters(fits
          ? named
          : [], fits
          ? grouping.of
          : new Int32Array(shown?.ids.length ?? 0).fill(-1))
      }
      if (placed || selected !== oldSelected)
        drawn.setSelection(selected)
      if (placed || found !== oldFound || hide !== oldHide)
        drawn.setFilter(found, hide)
      if (placed || gone !== oldGone)
        drawn.setGone(gone)
      if (tool !== oldTool)
        drawn.setTool(tool)
      if (dark !== oldDark)
        drawn.setTheme(mapThemeOf(dark))
    }, { immediate: true, flush: 'post' })
  }

  function place(drawn: PhotoMap, before: { ids: Uint32Array } | null): void {
    const shown = map.current
    const ids = shown?.ids ?? new Uint32Array()
    const xy = shown?.xy ?? new Float32Array()
    const aspects = mapAspects(ids, photos.columns)
    if (!before || before.ids.length === 0 || !shown)
      return drawn.setPhotos({ ids, xy, aspects })
    drawn.moveTo(ids, xy, aspects)
    moving.value = true
    checkMoving(drawn)
  }

  function checkMoving(drawn: PhotoMap): void {
    clearTimeout(checking)
    checking = setTimeout(() => {
      moving.value = drawn.statistics().moving
      if (moving.value)
        checkMoving(drawn)
    }, 100)
  }

  function nameAt(photo: number): string | null {
    const at = map.current?.ids.indexOf(photo) ?? -1
    const index = map.grouping?.of[at]
    return map.groups.find(group => group.index === index)?.name ?? null
  }

  watch(() => photos.columns, (now: PhotoColumns, before: PhotoColumns) => {
    const changed = changedPictures(before, now)
    if (changed.length === 0)
      return
    pictures.forget(changed)
    control.drawn?.invalidate(changed)
  })

  return { problem, moving }
}
