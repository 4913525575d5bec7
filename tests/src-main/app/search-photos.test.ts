import type { SearchColumn, SearchIndex } from '#main/app/search-index'
import type { SearchedLabels } from '#main/app/search-photos'
import type { SearchFacet, SearchFilters } from '#shared/contract/find'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { searchIndexed } from '#main/app/search-photos'

interface Fact { folder: string, camera: string, dates: string[], classes: string[], label: number, suggested: boolean }

const fact: fc.Arbitrary<Fact> = fc.record({
  folder: fc.constantFrom('', 'a', 'a/b'),
  camera: fc.constantFrom('', 'Canon', 'Nikon'),
  dates: fc.constantFrom([], ['2024', '2024-05'], ['2023', '2023-05']),
  classes: fc.uniqueArray(fc.constantFrom('cat', 'dog', 'boat'), { maxLength: 2 }),
  label: fc.constantFrom(0, 4, 7),
  suggested: fc.boolean(),
})

function column(rows: string[][], width: number): SearchColumn {
  const values = [...new Set(rows.flat())]
  const codes = new Int32Array(rows.length * width).fill(-1)
  rows.forEach((row, at) => row.forEach((value, i) => codes[at * width + i] = values.indexOf(value)))
  return { values, width, codes }
}

function indexOf(facts: Fact[]): { index: SearchIndex, labelled: SearchedLabels } {
  return {
    index: {
      ids: Uint32Array.from(facts, (_, at) => 10 + at),
      texts: facts.map(({ folder, camera, classes }) => [folder, camera, ...classes].join('\n').toLowerCase()),
      folder: column(facts.map(({ folder }) => [folder]), 1),
      date: column(facts.map(({ dates }) => dates), 2),
      camera: column(facts.map(({ camera }) => camera ? [camera] : []), 1),
      place: column(facts.map(() => []), 1),
      class: column(facts.map(({ classes }) => classes), 3),
    },
    labelled: {
      given: Uint32Array.from(facts, ({ label }) => label),
      suggested: Uint8Array.from(facts, ({ suggested }) => suggested ? 1 : 0),
      names: new Map([[4, 'friends'], [7, 'boats']]),
    },
  }
}

/** What a fact says of a facet. */
function valuesOf({ folder, camera, dates, classes, label, suggested }: Fact, facet: SearchFacet): string[] {
  return {
    folder: [folder],
    camera: camera ? [camera] : [],
    date: dates,
    class: classes,
    label: [String(label)],
    status: [label ? 'labelled' : suggested ? 'suggested' : 'open'],
    place: [],
  }[facet]
}

function passes(one: Fact, filters: SearchFilters): boolean {
  return Object.entries(filters).every(([facet, wanted]) => wanted.length === 0 || valuesOf(one, facet as SearchFacet).some(value => wanted.includes(value)))
}

it('finds what has one of the values of each facet, and says what each value would find', async () => {
  const filters = fc.record({
    folder: fc.subarray(['', 'a', 'a/b']),
    date: fc.subarray(['2024', '2023-05', '1999']),
    class: fc.subarray(['cat', 'dog']),
    status: fc.subarray(['labelled', 'suggested', 'open']),
    label: fc.subarray(['0', '7']),
  }, { requiredKeys: [] })
  await fc.assert(fc.asyncProperty(fc.array(fact, { maxLength: 12 }), filters, async (facts, filters) => {
    const { index, labelled } = indexOf(facts)
    const answer = await searchIndexed(index, labelled, { text: '', filters })
    expect([...answer.photos]).toEqual(facts.flatMap((one, at) => passes(one, filters) ? [10 + at] : []))
    for (const { facet, values } of answer.facets) {
      const { [facet]: _, ...others } = filters as SearchFilters
      for (const { value, photos } of values)
        expect(photos, `${facet} ${value}`).toBe(facts.filter(one => passes(one, others) && valuesOf(one, facet).includes(value)).length)
      const told = new Set(values.map(({ value }) => value))
      for (const one of facts.filter(one => passes(one, others)))
        expect(valuesOf(one, facet).every(value => told.has(value))).toBe(true)
    }
  }))
})

it('wants every word somewhere, in the path, the camera, a class or the label', async () => {
  const base: Fact = { folder: 'a/b', camera: 'Canon', dates: [], classes: ['dog'], label: 7, suggested: false }
  const { index, labelled } = indexOf([base, { ...base, camera: '', label: 0 }])
  const found = async (text: string): Promise<number[]> => [...(await searchIndexed(index, labelled, { text, filters: {} })).photos]
  expect(await found('')).toEqual([10, 11])
  expect(await found('DOG a/b')).toEqual([10, 11])
  expect(await found('can dog')).toEqual([10])
  expect(await found('boats')).toEqual([10])
  expect(await found('dog nothing')).toEqual([])
})
