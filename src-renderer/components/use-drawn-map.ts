import type { Ref } from 'vue'
import type { MapCanvas, MapCluster, PhotoMap, PhotoMapEvents } from '../map/photo-map-types'
import type { MapSide } from '../stores/map-control'
import type { MapDress } from '../stores/map-dress'
import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { useFind } from '../stores/find'
import { groupName } from '../stores/group-name'
import { useLabels } from '../stores/labels'
import { useMapControl } from '../stores/map-control'
import { mapAspects, mapDress } from '../stores/map-dress'
import { useMapOfSide } from '../stores/map-of-side'
import { usePhotos } from '../stores/photos'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { colourNumber } from './map-theme-of'

/** Draws the map of a side where `host` is, once there is a canvas for it, and keeps it true to the stores. */
export function useDrawnMap(side: MapSide, host: Ref<HTMLElement | null>, events: Pick<PhotoMapEvents, 'hover' | 'camera'>): { moving: Ref<boolean>, dress: Ref<MapDress> } {
  const map = useMapOfSide(side)
  const photos = usePhotos()
  const labels = useLabels()
  const selection = useSelection()
  const view = useView()
  const find = useFind()
  const control = useMapControl()
  const moving = ref(false)
  let checking: ReturnType<typeof setTimeout>
  let stopFollowing = (): void => {}

  const colours = computed(() => new Map(labels.labels.map(label => [
    label.id as number,
    colourNumber(label.colour),
  ])))
  const dress = computed(() => mapDress(map.current?.ids ?? new Uint32Array(), photos.columns, colours.value))
  const clusters = computed<MapCluster[]>(() => map.groups.map((group) => {
    const { name, label, part } = groupName(group, labels.byId)
    const { index, photos, outline, x, y } = group
    return { index, name, photos, part, colour: colours.value.get(label ?? 0) ?? 0, outline, x, y }
  }))

  onMounted(() => watch(() => control.canvas, canvas => canvas && open(canvas), { immediate: true }))

  onBeforeUnmount(() => {
    clearTimeout(checking)
    stopFollowing()
    control.sides[side]?.close()
    control.sides[side] = null
  })

  function open(canvas: MapCanvas): void {
    const drawn = canvas.open(host.value!, {
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
    })
    control.sides[side] = drawn
    follow(drawn)
  }

  /** One watcher for all, so that photos always come before what is said about them. */
  function follow(drawn: PhotoMap): void {
    stopFollowing = watch([
      () => map.current,
      dress,
      () => map.grouping,
      clusters,
      () => selection.photos,
      () => view.tool,
      () => find.found,
      () => find.hide,
      () => photos.gone,
      () => view.spread[side],
    ] as const, ([shown, clothes, grouping, named, selected, tool, found, hide, gone, spread], before) => {
      const [oldShown, oldClothes, oldGrouping, oldNamed, oldSelected, oldTool, oldFound, oldHide, oldGone, oldSpread] = before
      const placed = shown !== oldShown
      if (placed)
        place(drawn, oldShown ?? null)
      if (placed || clothes !== oldClothes)
        drawn.setColours(clothes.colours, clothes.strengths)
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
      if (!placed && spread !== oldSpread) {
        drawn.setSpread(spread)
        checkMoving(drawn)
      }
    }, { immediate: true, flush: 'post' })
  }

  // Wherever the keyboard walks, the other map shows the same photo.
  watch(() => view.focus, (photo) => {
    if (control.at !== side)
      control.sides[side]?.focusPhoto(photo)
  })

  function place(drawn: PhotoMap, before: { ids: Uint32Array } | null): void {
    view.spread[side] = false
    const shown = map.current
    const ids = shown?.ids ?? new Uint32Array()
    const xy = shown?.xy ?? new Float32Array()
    const aspects = mapAspects(ids, photos.columns)
    if (!before || before.ids.length === 0 || !shown)
      return drawn.setPhotos({ ids, xy, aspects })
    drawn.moveTo(ids, xy, aspects)
    checkMoving(drawn)
  }

  function checkMoving(drawn: PhotoMap): void {
    moving.value = true
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

  return { moving, dress }
}
