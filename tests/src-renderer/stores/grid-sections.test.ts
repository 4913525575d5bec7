import { describe, expect, it } from 'vitest'
import { sectionsByGroup, sectionsByLabel } from '../../../src-renderer/stores/grid-sections'

const of = (...values: number[]): Uint32Array => Uint32Array.from(values)

describe('the sections of the grid', () => {
  it('are the groups of the map, the largest first, and then whatever is in none', () => {
    const sections = sectionsByGroup(of(1, 2, 3, 4, 5, 9), of(1, 2, 3, 5, 9), Int32Array.of(7, 4, 4, -1, 4))
    expect(sections).toEqual([
      { key: { kind: 'group', index: 4 }, photos: of(2, 3, 9) },
      { key: { kind: 'group', index: 7 }, photos: of(1) },
      // 4 is not on the map yet, 5 is a stray.
      { key: { kind: 'stray' }, photos: of(4, 5) },
    ])
  })

  it('are the labels in their order, then what is suggested, the surest first, and then the rest', () => {
    const columns = { ids: of(1, 2, 3, 4, 5, 6), labels: of(8, 0, 0, 3, 0, 0), suggestions: of(0, 3, 3, 0, 0, 8), confidences: Float32Array.of(0, 0.5, 0.9, 0, 0, 0.7) }
    expect(sectionsByLabel(columns.ids, columns, [3, 8])).toEqual([
      { key: { kind: 'label', label: 3 }, photos: of(4) },
      { key: { kind: 'label', label: 8 }, photos: of(1) },
      { key: { kind: 'suggestion', label: 3 }, photos: of(3, 2) },
      { key: { kind: 'suggestion', label: 8 }, photos: of(6) },
      { key: { kind: 'unlabelled' }, photos: of(5) },
    ])
    expect(sectionsByLabel(of(3, 5), columns, [3, 8]).map(({ photos }) => [...photos])).toEqual([[3], [5]])
  })
})
