import type { SelectionOrigin } from '../stores/selection'
import { counted } from '../words/counted'

/** How a selection is called: `43 photos of the group “dog”`. */
export function selectionWords(photos: number, origin: SelectionOrigin, labelName: (id: number) => string | undefined): { title: string, of: string | null } {
  const title = counted(photos, 'photo')
  switch (origin.kind) {
    case 'cluster':
      return {
        title,
        of: origin.name
          ? `a group that looks like “${origin.name}”`
          : 'a group of the map',
      }
    case 'label':
      return { title, of: `labelled “${labelName(origin.label) ?? ''}”` }
    case 'suggestion':
      return { title, of: `suggested as “${labelName(origin.label) ?? ''}”` }
    case 'row':
      return { title, of: origin.guess ? `perhaps “${labelName(origin.guess) ?? ''}”` : 'that look alike' }
    case 'similar':
      return { title, of: 'one photo and those most like it' }
    case 'photos':
      return { title, of: null }
  }
}
