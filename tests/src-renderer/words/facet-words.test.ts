import { expect, it } from 'vitest'
import { facetValueWords } from '../../../src-renderer/words/facet-words'

const names = (id: number): string | undefined => id === 7 ? 'Boats' : undefined

it('says what each value means', () => {
  expect(facetValueWords('label', '7', names)).toBe('Boats')
  expect(facetValueWords('label', '0', names)).toBe('No label')
  expect(facetValueWords('folder', '', names)).toBe('The folder itself')
  expect(facetValueWords('date', '2024-05', names)).toBe('May 2024')
  expect(facetValueWords('date', '2024', names)).toBe('2024')
  expect(facetValueWords('status', 'open', names)).toBe('Neither')
})

it('names places by the degrees their numbers begin with, on each side of the equator and of Greenwich', () => {
  expect(facetValueWords('place', '48,2', names)).toBe('48° N, 2° E')
  // From 1° S to 0°, and from 3° W to 2° W.
  expect(facetValueWords('place', '-1,-3', names)).toBe('0° S, 2° W')
})
