import { describe, expect, it } from 'vitest'
import { toMap, toScreen } from '../../../src-renderer/map/camera'
import { MapView } from '../../../src-renderer/map/map-view'

const viewport = { width: 1000, height: 800 }

function view(reducedMotion: boolean | (() => boolean) = true): MapView {
  const made = new MapView(() => typeof reducedMotion === 'boolean' ? reducedMotion : reducedMotion())
  made.resize(viewport)
  made.setExtent({ left: -1, right: 1, top: -1, bottom: 1 }, 400, 0.08)
  made.fitAll(0, 0)
  return made
}

describe('view', () => {
  it('shows the whole map', () => {
    const { camera } = view()
    const corner = toScreen(camera, viewport, -1, -1)
    expect(corner.y).toBeGreaterThan(20)
    expect(toScreen(camera, viewport, 1, 1).y).toBeLessThan(780)
    expect([camera.x, camera.y]).toEqual([0, 0])
  })

  it('glides to a zoom, and arrives', () => {
    const made = view(false)
    const at = { x: 700, y: 300 }
    const under = toMap(made.camera, viewport, at)
    made.zoomAt(at, 2, true, 1000)
    expect(made.moving).toBe(true)
    made.step(1050)
    expect(toScreen(made.camera, viewport, under.x, under.y).x).toBeCloseTo(700, 3)
    made.step(5000)
    expect(made.moving).toBe(false)
    expect(toScreen(made.camera, viewport, under.x, under.y).y).toBeCloseTo(300, 3)
  })

  it('glides no more once less motion is wished for', () => {
    let reduced = false
    const made = view(() => reduced)
    made.zoomAt({ x: 500, y: 400 }, 2, true, 0)
    expect(made.moving).toBe(true)
    reduced = true
    made.zoomAt({ x: 500, y: 400 }, 2, true, 10)
    expect(made.moving).toBe(false)
  })

  it('adds up wheel steps that come faster than it glides', () => {
    const made = view(false)
    const { scale } = made.camera
    made.zoomAt({ x: 500, y: 400 }, 1.5, true, 0)
    made.step(10)
    made.zoomAt({ x: 500, y: 400 }, 2, true, 10)
    made.step(9999)
    expect(made.camera.scale / scale).toBeCloseTo(3)
  })

  it('cannot lose the map', () => {
    const made = view()
    made.panBy(1e6, -1e6)
    expect([made.camera.x, made.camera.y]).toEqual([-1, 1])
    made.zoomAt({ x: 0, y: 0 }, 1e-9, false, 0)
    expect(toScreen(made.camera, viewport, 1, 0).x - toScreen(made.camera, viewport, -1, 0).x).toBeGreaterThan(100)
  })

  it('brings a photo into sight, and moves no further than that takes', () => {
    const made = view()
    made.zoomAt({ x: 500, y: 400 }, 4, false, 0)
    const before = made.camera
    made.reveal(0, 0, 0)
    expect(made.camera).toEqual(before)
    made.reveal(1, 0, 0)
    const there = toScreen(made.camera, viewport, 1, 0)
    expect(there.x).toBeGreaterThan(800)
    expect(there.x).toBeLessThan(1000)
  })

  it('remembers whether the user has moved it', () => {
    const made = view()
    expect(made.touched).toBe(false)
    made.panBy(1, 0)
    expect(made.touched).toBe(true)
    made.fitAll(0)
    expect(made.touched).toBe(false)
  })

  it('lets thumbnails grow from the old law to the new while photos glide', () => {
    const made = view()
    const before = made.sizeAt(1)
    made.setExtent({ left: -1, right: 1, top: -1, bottom: 1 }, 40_000, 0.005)
    const after = made.sizeAt(1)
    expect(after).toBeLessThan(before)
    expect(made.sizeAt(0)).toBeCloseTo(before)
    expect(made.sizeAt(0.5)).toBeCloseTo((before + after) / 2)
  })
})
