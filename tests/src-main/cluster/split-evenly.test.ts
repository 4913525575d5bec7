import { expect, it } from 'vitest'
import { splitEvenly } from '#main/cluster/split-evenly'

it('cuts across the longest direction, where the gap is', () => {
  const map = Float32Array.of(0, 0, 1, 1.1, 9, 9.1, 2, 1.9, 10, 10)
  const { sorted, at } = splitEvenly(map, Int32Array.of(0, 1, 2, 3, 4))
  const parts = [
    [
      ...sorted.subarray(0, at),
    ].sort(),
    [
      ...sorted.subarray(at),
    ].sort(),
  ].sort((a, b) => a[0] - b[0])
  expect(parts).toEqual([
    [0, 1, 3],
    [2, 4],
  ])
})

it('does not part what is at one place', () => {
  expect(splitEvenly(new Float32Array(8), Int32Array.of(0, 1, 2, 3)).at).toBe(0)
  const { sorted, at } = splitEvenly(Float32Array.of(1, 1, 0, 0, 1, 1, 0, 0), Int32Array.of(0, 1, 2, 3))
  expect(at).toBe(2)
  expect([
    ...sorted.subarray(0, 2),
  ].every(i => i % 2 === sorted[0] % 2)).toBe(true)
})
