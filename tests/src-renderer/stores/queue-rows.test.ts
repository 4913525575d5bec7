import type { PhotoColumns } from '../../../src-renderer/stores/photos'
import type { QueueChoice } from '../../../src-renderer/stores/queue-rows'
import { describe, expect, it } from 'vitest'
import { queueRows } from '../../../src-renderer/stores/queue-rows'

const columns: PhotoColumns = {
  ids: Uint32Array.of(1, 2, 3, 4, 5, 6),
  labels: Uint32Array.of(7, 0, 0, 0, 0, 0),
  suggestions: Uint32Array.of(0, 7, 7, 8, 8, 8),
  confidences: Float32Array.of(0, 0.9, 0.5, 0.8, 0.95, 0.3),
  aspects: new Float32Array(6).fill(1),
  versions: new Uint32Array(6),
}
const usual: QueueChoice = { sureness: 0.7, wasStruck: () => false, lengths: new Map(), held: null }
const proposal = { photos: Uint32Array.of(1, 3, 6, 2), guess: 8, why: 'Unsure.' }

function told(rows: ReturnType<typeof queueRows>): [string, number, number[]][] {
  return rows.map(row => [row.kind, row.guess, [...row.photos]])
}

describe('queueRows', () => {
  it('puts what helps most first, then the sure suggestions, and no photo twice or with a label', () => {
    expect(told(queueRows([proposal], columns, usual))).toEqual([
      ['unsure', 8, [3, 6, 2]],
      ['suggested', 8, [5, 4]],
    ])
  })

  it('leaves out what was struck out of a row with the same guess', () => {
    const rows = queueRows([proposal], columns, { ...usual, wasStruck: (photo, guess) => guess === 8 && photo === 6 })
    expect(told(rows)[0]).toEqual(['unsure', 8, [3, 2]])
  })

  it('shows without a guess what was struck out of every row it was in, once nothing else is left', () => {
    const rows = queueRows([proposal], columns, { ...usual, sureness: 1, wasStruck: (_, guess) => guess === 8 })
    expect(told(rows)).toEqual([['unsure', 0, [3, 6, 2]]])
  })

  it('shows as many photos of a row as were asked for, and says how many more there are', () => {
    const [row] = queueRows([proposal], columns, { ...usual, lengths: new Map([['unsure-8-3', 2]]) })
    expect([...row.photos]).toEqual([3, 6])
    expect([...row.all]).toEqual([3, 6, 2])
  })

  it('keeps the row that is held in its place, and shows its photos nowhere else', () => {
    const [row] = queueRows([proposal], columns, usual)
    const held = { row, at: 1 }
    expect(told(queueRows([{ ...proposal, photos: Uint32Array.of(6, 4) }], columns, { ...usual, held }))).toEqual([
      ['unsure', 8, [4]],
      ['unsure', 8, [3, 6, 2]],
      ['suggested', 8, [5]],
    ])
    expect(told(queueRows([proposal], columns, { ...usual, held }))).toEqual([
      ['suggested', 8, [5, 4]],
      ['unsure', 8, [3, 6, 2]],
    ])
    expect(queueRows([proposal], columns, { ...usual, held: { row, at: 0 } })).toEqual(queueRows([proposal], columns, usual))
  })

  it('makes no row of nothing', () => {
    expect(queueRows([{ photos: Uint32Array.of(1, 9), guess: 0, why: '' }], columns, { ...usual, sureness: 1 })).toEqual([])
  })
})
