import type { SelectionOrigin } from '../stores/selection'
import { t } from '../words/t'

/** How a selection is called: `43 photos of the group “dog”`. */
export function selectionWords(photos: number, origin: SelectionOrigin, labelName: (id: number) => string | undefined): { title: string, of: string | null } {
  const title = t('units.photos', { n: photos })
  switch (origin.kind) {
    case 'cluster':
      return {
        title,
        of: origin.name
          ? t('labels.ofGroup', { name: origin.name })
          : t('labels.ofSomeGroup'),
      }
    case 'label':
      return { title, of: t('labels.ofLabel', { label: labelName(origin.label) ?? '' }) }
    case 'suggestion':
      return { title, of: t('labels.ofSuggestion', { label: labelName(origin.label) ?? '' }) }
    case 'row':
      return { title, of: origin.guess ? t('labels.ofRow', { label: labelName(origin.guess) ?? '' }) : t('labels.ofRowAlike') }
    case 'similar':
      return { title, of: t('labels.ofSimilar', { n: origin.to }) }
    case 'photos':
      return { title, of: null }
  }
}
