import type { SearchFacet } from '#shared/contract/find'

/** What the facets of the search are called. */
export const facetTitles: Record<SearchFacet, string> = {
  status: 'Labelled or not',
  label: 'Label',
  folder: 'Folder',
  date: 'Taken',
  camera: 'Camera',
  place: 'Place',
  class: 'Looks like',
}

const statusWords: Record<string, string> = { labelled: 'Labelled', suggested: 'With a suggestion', open: 'Neither' }

/** A facet's value as a person reads it. */
export function facetValueWords(facet: SearchFacet, value: string, labelName: (id: number) => string | undefined): string {
  switch (facet) {
    case 'status': return statusWords[value] ?? value
    case 'label': return value === '0' ? 'No label' : labelName(Number(value)) ?? 'A label that is gone'
    case 'folder': return value || 'The folder itself'
    case 'date': return dateWords(value)
    case 'place': return placeWords(value)
    case 'camera':
    case 'class': return value
  }
}

/** `2024-05` as `May 2024`. */
function dateWords(value: string): string {
  const [year, month] = value.split('-').map(Number)
  return month
    ? new Date(year, month - 1).toLocaleDateString('en', { month: 'long', year: 'numeric' })
    : value
}

/** `48,-3` as `48° N, 3° W`: the degrees nearest to the equator and to Greenwich are named. */
function placeWords(value: string): string {
  const [latitude, longitude] = value.split(',').map(Number)
  const of = (degrees: number, plus: string, minus: string): string => degrees < 0 ? `${-degrees - 1}° ${minus}` : `${degrees}° ${plus}`
  return `${of(latitude, 'N', 'S')}, ${of(longitude, 'E', 'W')}`
}
