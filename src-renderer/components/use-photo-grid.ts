import type { Ref } from 'vue'
import type { GridLayout, GridLine } from '../stores/grid-layout'
import type { PhotoSurface } from '../stores/map-control'
import { useElementSize, useScroll } from '@vueuse/core'
import { computed, nextTick, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import { useGrid } from '../stores/grid'
import { gridLayout, linesInSight, linesInTurn, neighbourInGrid, tilePlace } from '../stores/grid-layout'
import { useMapControl } from '../stores/map-control'
import { usePreferences } from '../stores/preferences'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'

/** CSS px of a tile's side at the least and at the most. */
const smallest = 56
const largest = 256
/** So many lines out of sight are made, and so many taken away, in a frame. */
const linesAtATime = 3

/** The grid in `host`, which scrolls: where its tiles are and which of them are seen. Actions move it as they move a map. */
export function usePhotoGrid(host: Ref<HTMLElement | null>) {
  const grid = useGrid()
  const view = useView()
  const selection = useSelection()
  const preferences = usePreferences()
  const control = useMapControl()
  const size = useElementSize(host)
  const scroll = useScroll(host)

  const layout = computed(() => gridLayout(grid.sections.map(({ photos }) => photos.length), size.width.value, preferences.tile))
  const height = computed(() => layout.value.tops[layout.value.tops.length - 1])
  /** What is in sight and, a little in each frame, a screen more above and below, so that pictures are there before they are seen. */
  const lines = shallowRef<GridLine[]>([])
  let goingOn = 0
  let laidOutBy: GridLayout | null = null

  const surface: PhotoSurface = {
    fit(photos) {
      const first = photos?.find(photo => grid.places.has(photo))
      if (first !== undefined)
        reveal(first)
      else if (!photos)
        host.value?.scrollTo({ top: 0 })
    },
    zoomBy(factor) {
      preferences.tile = Math.round(Math.min(largest, Math.max(smallest, preferences.tile * factor)))
    },
    focusPhoto(photo) {
      if (photo !== null)
        reveal(photo)
    },
    moveFocus(direction) {
      const at = view.focus === null ? undefined : grid.places.get(view.focus)
      const next = at === undefined ? firstInSight() : neighbourInGrid(layout.value, at, direction)
      const photo = grid.order[next]
      if (photo === undefined)
        return
      view.focus = photo
      reveal(photo)
      // From the title of a section, whose button Enter would press, the keyboard goes to the photos.
      if (host.value?.contains(document.activeElement))
        host.value.focus({ preventScroll: true })
    },
    screenOf(photo) {
      const at = grid.places.get(photo)
      if (at === undefined || !host.value)
        return null
      const { x, y } = tilePlace(layout.value, at)
      const { side } = layout.value
      return { x: x + side / 2, y: y + side / 2 - host.value.scrollTop }
    },
  }

  function showLines(): void {
    cancelAnimationFrame(goingOn)
    const top = scroll.y.value
    const tall = size.height.value
    const wanted = linesInSight(layout.value, top - tall, top + 2 * tall)
    // Lines of another layout are elsewhere now.
    const shown = laidOutBy === layout.value ? lines.value : []
    laidOutBy = layout.value
    // One row that is only just out of sight above is as tall as a tile.
    const turn = linesInTurn(wanted, shown, top - layout.value.side, top + tall, linesAtATime)
    lines.value = turn.lines
    if (turn.more)
      goingOn = requestAnimationFrame(showLines)
  }

  watch([layout, scroll.y, size.height], showLines, { immediate: true })
  onBeforeUnmount(() => cancelAnimationFrame(goingOn))

  function firstInSight(): number {
    const line = linesInSight(layout.value, scroll.y.value, Infinity).find(({ row }) => row >= 0)
    return line ? layout.value.starts[line.section] + line.row * layout.value.columns : 0
  }

  /** Scrolls as far as needed to see a photo. */
  function reveal(photo: number): void {
    const at = grid.places.get(photo)
    if (at === undefined || !host.value)
      return
    const { y } = tilePlace(layout.value, at)
    const room = 48
    const { scrollTop, clientHeight } = host.value
    if (y - room < scrollTop)
      host.value.scrollTo({ top: y - room })
    else if (y + layout.value.side + room > scrollTop + clientHeight)
      host.value.scrollTo({ top: y + layout.value.side + room - clientHeight })
  }

  // Whoever comes from the map finds the photo they were at.
  const stop = watch(() => size.width.value > 0 && grid.order.length > 0, (laidOut) => {
    const photo = view.focus ?? selection.photos[0]
    if (!laidOut || photo === undefined)
      return
    void nextTick(() => reveal(photo))
    stop()
  }, { flush: 'post' })

  onMounted(() => void (control.grid = surface))
  onBeforeUnmount(() => void (control.grid = null))

  return { layout, height, lines, surface }
}
