import { expect, it } from 'vitest'
import { MapFades } from '../../../src-renderer/map/map-fades'

/** What is seen of the clusters in each frame until they are there. */
function comingIn(everyMs: number): number[] {
  const fades = new MapFades(() => false)
  const seen: number[] = []
  for (let now = 5_000; fades.step(now, true, false); now += everyMs)
    seen.push(fades.clusters)
  expect(fades.clusters).toBe(1)
  expect(fades.step(6_000, true, false)).toBe(false)
  return seen
}

it('comes in over some frames, and then asks for no more', () => {
  const seen = comingIn(1000 / 60)
  expect(seen.length).toBeGreaterThan(4)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
})

it('takes no longer where frames do', () => {
  const slow = comingIn(120)
  expect(slow[0]).toBeLessThan(0.5)
  expect(slow.length).toBeLessThan(6)
})

it('begins gently after a rest', () => {
  const fades = new MapFades(() => false)
  let now = 0
  while (fades.step(now, true, false))
    now += 17
  fades.step(now + 90_000, true, true)
  expect(fades.held).toBeGreaterThan(0.8)
  expect(fades.held).toBeLessThan(1)
})

it('holds back what is not selected, at once where motion is not wanted', () => {
  const fades = new MapFades(() => true)
  expect(fades.step(0, false, true)).toBe(false)
  expect(fades.held).toBeLessThan(0.6)
  fades.step(1, false, false)
  expect(fades.held).toBe(1)
})
