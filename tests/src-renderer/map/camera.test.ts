import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsInSight, cameraBetween, fitted, panned, toMap, toScreen, zoomedAt } from '../../../src-renderer/map/camera'

const viewport = { width: 1440, height: 900 }
const limits = { least: 10, most: 1e6 }
const coordinate = fc.double({ min: -2, max: 2, noNaN: true })
const camera = fc.record({ x: coordinate, y: coordinate, scale: fc.double({ min: 20, max: 1e5, noNaN: true }) })
const point = fc.record({ x: fc.double({ min: 0, max: 1440, noNaN: true }), y: fc.double({ min: 0, max: 900, noNaN: true }) })

describe('camera', () => {
  it('goes from the map to the canvas and back', () => {
    fc.assert(fc.property(camera, point, (view, at) => {
      const there = toMap(view, viewport, at)
      const back = toScreen(view, viewport, there.x, there.y)
      expect(back.x).toBeCloseTo(at.x, 4)
      expect(back.y).toBeCloseTo(at.y, 4)
    }))
  })

  it('zooms about the pointer: what is under it stays there', () => {
    fc.assert(fc.property(camera, point, fc.double({ min: 0.01, max: 100, noNaN: true }), (view, at, factor) => {
      const under = toMap(view, viewport, at)
      const zoomed = zoomedAt(view, viewport, at, factor, limits)
      const now = toScreen(zoomed, viewport, under.x, under.y)
      expect(zoomed.scale).toBeGreaterThanOrEqual(limits.least)
      expect(zoomed.scale).toBeLessThanOrEqual(limits.most)
      expect(now.x).toBeCloseTo(at.x, 3)
      expect(now.y).toBeCloseTo(at.y, 3)
    }))
  })

  it('keeps that point there all through a glide', () => {
    fc.assert(fc.property(camera, point, fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (view, at, factor, t) => {
      const under = toMap(view, viewport, at)
      const between = cameraBetween(view, zoomedAt(view, viewport, at, factor, limits), t)
      const now = toScreen(between, viewport, under.x, under.y)
      expect(now.x).toBeCloseTo(at.x, 2)
      expect(now.y).toBeCloseTo(at.y, 2)
    }))
  })

  it('glides from the one camera to the other', () => {
    fc.assert(fc.property(camera, camera, (from, to) => {
      const start = cameraBetween(from, to, 0)
      const end = cameraBetween(from, to, 1)
      expect(start.x).toBeCloseTo(from.x, 8)
      expect(start.scale).toBeCloseTo(from.scale, 4)
      expect(end.x).toBeCloseTo(to.x, 6)
      expect(end.y).toBeCloseTo(to.y, 6)
    }))
  })

  it('pans by px', () => {
    const view = { x: 0.25, y: -0.5, scale: 400 }
    const before = toScreen(view, viewport, 0, 0)
    const after = toScreen(panned(view, 30, -12), viewport, 0, 0)
    expect(after.x - before.x).toBeCloseTo(30)
    expect(after.y - before.y).toBeCloseTo(-12)
  })

  it('fits a box into the canvas with its margin', () => {
    const box = { left: -1, right: 1, top: -0.5, bottom: 1.5 }
    const view = fitted(box, viewport, 50, limits)
    expect(view.scale).toBe(400)
    expect(toScreen(view, viewport, 0, -0.5).y).toBeCloseTo(50)
    expect(toScreen(view, viewport, 0, 1.5).y).toBeCloseTo(850)
  })

  it('fits a single point at the closest zoom', () => {
    const view = fitted({ left: 0.3, right: 0.3, top: 0.1, bottom: 0.1 }, viewport, 50, limits)
    expect(view).toEqual({ x: 0.3, y: 0.1, scale: limits.most })
  })

  it('knows what is in sight', () => {
    const view = { x: 1, y: 2, scale: 100 }
    expect(boundsInSight(view, viewport, 10)).toEqual({ left: 1 - 7.3, right: 1 + 7.3, top: 2 - 4.6, bottom: 2 + 4.6 })
  })
})
