import { expect, it } from 'vitest'
import { offeredSuggestions } from '../../../src-renderer/stores/offered-suggestions'

const columns = {
  ids: Uint32Array.of(1, 2, 3, 4, 5),
  labels: Uint32Array.of(0, 0, 9, 0, 0),
  suggestions: Uint32Array.of(7, 7, 7, 8, 0),
  confidences: Float32Array.of(0.5, 0.9, 1, 0.75, 0),
  aspects: new Float32Array(5),
  versions: new Uint32Array(5),
}

it('offers what is sure enough and not labelled, the surest first', () => {
  expect(offeredSuggestions(columns, 0)).toEqual(new Map([
    [
      7,
      Uint32Array.of(2, 1),
    ],
    [
      8,
      Uint32Array.of(4),
    ],
  ]))
  expect(offeredSuggestions(columns, 0.8)).toEqual(new Map([
    [
      7,
      Uint32Array.of(2),
    ],
  ]))
})
