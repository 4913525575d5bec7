import { expect, it } from 'vitest'
import { MapFades } from '../../../src-renderer/map/map-fades'

it('comes in over some frames, and then asks for no more', () => {
  const fades = new MapFades(false)
  const seen: number[] = []
  while (fades.step(true, false))
    seen.push(fades.clusters)
  expect(seen.length).toBeGreaterThan(4)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(fades.clusters).toBe(1)
  expect(fades.step(true, false)).toBe(false)
})

it('holds back what is not selected, at once where motion is not wanted', () => {
  const fades = new MapFades(true)
  expect(fades.step(false, true)).toBe(false)
  expect(fades.held).toBeLessThan(0.6)
  fades.step(false, false)
  expect(fades.held).toBe(1)
})
