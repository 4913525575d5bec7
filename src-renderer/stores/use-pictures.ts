import type { InjectionKey } from 'vue'
import type { Pictures } from '../client/pictures'
import { inject } from 'vue'

/** Under this key the page's pictures are provided to components. */
export const picturesKey: InjectionKey<Pictures> = Symbol('pictures')

/** Pictures of photos, for a component while it is set up. */
export function usePictures(): Pictures {
  const pictures = inject(picturesKey)
  if (!pictures)
    throw new Error('Provide the pictures to the app before a component shows one.')
  return pictures
}
