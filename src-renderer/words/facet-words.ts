import type { SearchFacet } from '#shared/contract/find'
import { spokenLocale } from './speech'
import { t } from './t'

/** What a facet of the search is called. */
export function facetTitle(facet: SearchFacet): string {
  return t(`facets.${facet}`)
}

/** A facet's value as a person reads it. */
export function facetValueWords(facet: SearchFacet, value: string, labelName: (id: number) => string | undefined): string {
  switch (facet) {
    case 'status': return statusWords(value)
    case 'label': return value === '0' ? t('facets.noLabel') : labelName(Number(value)) ?? t('facets.labelGone')
    case 'folder': return value || t('facets.folderItself')
    case 'date': return dateWords(value)
    case 'place': return placeWords(value)
    case 'camera':
    case 'class': return value
  }
}

function statusWords(value: string): string {
  return value === 'labelled' || value === 'suggested' || value === 'open' ? t(`facets.${value}`) : value
}

/** `2024-05` as `May 2024`. */
function dateWords(value: string): string {
  const [year, month] = value.split('-').map(Number)
  return month
    ? new Date(year, month - 1).toLocaleDateString(spokenLocale(), { month: 'long', year: 'numeric' })
    : value
}

/** `48,-3` as `48° N, 3° W`: the degrees nearest to the equator and to Greenwich are named. */
function placeWords(value: string): string {
  const [latitude, longitude] = value.split(',').map(Number)
  const northOrSouth = latitude < 0 ? t('facets.south', { degrees: -latitude - 1 }) : t('facets.north', { degrees: latitude })
  const eastOrWest = longitude < 0 ? t('facets.west', { degrees: -longitude - 1 }) : t('facets.east', { degrees: longitude })
  return `${northOrSouth}, ${eastOrWest}`
}
