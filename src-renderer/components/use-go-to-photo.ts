import { useMapControl } from '../stores/map-control'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'

/** Ways from a list of photos to the map. */
export function useGoToPhoto(): { goTo: (photo: number) => void, selectAll: (photos: readonly number[]) => void } {
  const view = useView()
  const selection = useSelection()
  const control = useMapControl()

  /** Opens a photo large; behind it, it is selected on the map. */
  function goTo(photo: number): void {
    selection.choose(Uint32Array.of(photo))
    control.surface?.focusPhoto(photo)
    view.photo = photo
  }

  function selectAll(photos: readonly number[]): void {
    const chosen = Uint32Array.from(photos)
    selection.choose(chosen)
    control.surface?.fit(chosen)
    view.dialog = null
  }

  return { goTo, selectAll }
}
