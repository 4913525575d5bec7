import type { CoreContext } from '#main/app/core-context'
import type { SearchColumn, SearchIndex } from '#main/app/search-index'
import type { SearchFacet, SearchFilters } from '#shared/contract/find'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { searchIndexOf } from '#main/app/search-index'
import { currentSuggestions } from '#main/app/suggest-labels'
import { pace } from '#main/matrix/pace'
import { assignments } from '#main/store/assignments'
import { labels } from '#main/store/labels'

/** What is looked for: words that all must be somewhere, and of each facet named one of the values. */
export interface SearchQuery {
  text: string
  filters: SearchFilters
}

/** The photos found, and of each facet how many more each of its values would find. */
export interface SearchAnswer {
  /** Rising. */
  photos: Uint32Array
  facets: { facet: SearchFacet, values: { value: string, photos: number }[] }[]
}

const valuesTold = 200
const rowsAtATime = 2_000

/** Photos by words and facets. */
export async function searchPhotos(core: CoreContext, query: SearchQuery): Promise<SearchAnswer> {
  const library = libraryOf(core)
  const index = await searchIndexOf(core, library)
  const given = new Uint32Array(index.ids.length)
  const suggested = new Uint8Array(index.ids.length)
  const { photos, labels: their } = assignments(library.db)
  eachMatch(index.ids, photos, (at, from) => given[at] = their[from])
  eachMatch(index.ids, currentSuggestions(library).photos, at => suggested[at] = 1)
  const names = new Map(labels(library.db).map(({ id, name }) => [id as number, name.toLowerCase()]))
  return searchIndexed(index, { given, suggested, names }, query)
}

/** How photos are labelled, in the order of the index. */
export interface SearchedLabels {
  /** Label ids, 0 for none. */
  given: Uint32Array
  /** 1 where a label is suggested. */
  suggested: Uint8Array
  /** Lower case, by id. */
  names: ReadonlyMap<number, string>
}

/** Labels as ids, and how each photo stands: `labelled`, `suggested` or `open`. */
function labelColumns({ given, suggested }: SearchedLabels): { label: SearchColumn, status: SearchColumn } {
  const values = [...new Set(given)].sort((a, b) => a - b).map(String)
  const codes = new Map(values.map((value, code) => [Number(value), code]))
  return {
    label: { values, width: 1, codes: Int32Array.from(given, label => codes.get(label)!) },
    status: { values: ['labelled', 'suggested', 'open'], width: 1, codes: Int32Array.from(given, (label, row) => label ? 0 : suggested[row] ? 1 : 2) },
  }
}

/**
 * A photo that fails no facet is found, and counts for every facet; one that fails a single facet counts for that alone:
 * its number says what would be found if that value were asked for too.
 */
export async function searchIndexed(index: SearchIndex, labelled: SearchedLabels, { text, filters }: SearchQuery): Promise<SearchAnswer> {
  const { given, names } = labelled
  const words = text.toLowerCase().split(/\s+/).filter(word => word !== '')
  const columns: Record<SearchFacet, SearchColumn> = { ...labelColumns(labelled), folder: index.folder, date: index.date, camera: index.camera, place: index.place, class: index.class }
  const facets = Object.entries(columns).map(([facet, column]) => {
    const wanted = filters[facet as SearchFacet]
    return {
      facet: facet as SearchFacet,
      column,
      wanted: wanted && wanted.length > 0 ? Uint8Array.from(column.values, value => wanted.includes(value) ? 1 : 0) : null,
      counts: new Uint32Array(column.values.length),
    }
  })
  const asked = facets.filter(({ wanted }) => wanted)
  const rest = pace('Searching')
  const found: number[] = []
  for (let row = 0; row < index.ids.length; row++) {
    if (row % rowsAtATime === 0)
      await rest()
    if (words.length > 0 && !words.every(word => index.texts[row].includes(word) || names.get(given[row])?.includes(word)))
      continue
    const failed = asked.find(({ column, wanted }) => !hasOne(column, row, wanted!))
    if (!failed) {
      found.push(index.ids[row])
      facets.forEach(facet => count(facet, row))
    }
    else if (asked.every(facet => facet === failed || hasOne(facet.column, row, facet.wanted!))) {
      count(failed, row)
    }
  }
  return {
    photos: Uint32Array.from(found),
    facets: facets.map(({ facet, column, wanted, counts }) => ({
      facet,
      values: column.values
        .map((value, code) => ({ value, photos: counts[code], asked: wanted?.[code] === 1 }))
        .filter(({ photos, asked }) => photos > 0 || asked)
        .sort((a, b) => Number(b.asked) - Number(a.asked) || b.photos - a.photos || a.value.localeCompare(b.value))
        .slice(0, valuesTold)
        .map(({ value, photos }) => ({ value, photos })),
    })),
  }
}

/** Counts a photo for the values that it has. */
function count({ column: { codes, width }, counts }: { column: SearchColumn, counts: Uint32Array }, row: number): void {
  for (let i = row * width; i < (row + 1) * width && codes[i] >= 0; i++)
    counts[codes[i]]++
}

function hasOne({ codes, width }: SearchColumn, row: number, wanted: Uint8Array): boolean {
  for (let i = row * width; i < (row + 1) * width && codes[i] >= 0; i++) {
    if (wanted[codes[i]])
      return true
  }
  return false
}
