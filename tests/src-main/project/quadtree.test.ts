import { describe, expect, it } from 'vitest'
import { random } from '#main/matrix/random'
import { Quadtree } from '#main/project/quadtree'

function slowRepulsion(points: Float64Array, x: number, y: number): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < points.length; at += 2) {
    const dx = x - points[at]
    const dy = y - points[at + 1]
    const q = 1 / (1 + dx * dx + dy * dy)
    sums[0] += q
    sums[1] += q * q * dx
    sums[2] += q * q * dy
  }
  return sums
}

describe('quadtree', () => {
  const from = random(5)
  const points = Float64Array.from({ length: 1200 }, () => from.normal() * 10)
  points.copyWithin(100, 0, 60)

  it.each([
    [0, 1e-9],
    [0.5, 0.02],
  ])('sums repulsion, at theta %d to within %d', (theta, tolerance) => {
    const tree = new Quadtree()
    tree.build(Float64Array.of(1, 2, 3, 4))
    tree.build(points)
    const force = new Float64Array(2)
    for (let i = 0; i < 600; i += 7) {
      const [sum, forceX, forceY] = slowRepulsion(points, points[2 * i], points[2 * i + 1])
      expect(Math.abs(tree.repulsion(points[2 * i], points[2 * i + 1], theta, force) / sum - 1)).toBeLessThan(tolerance)
      expect(Math.hypot(force[0] - forceX, force[1] - forceY)).toBeLessThan(tolerance * sum)
    }
  })

  it('holds points that are all at one place', () => {
    const tree = new Quadtree()
    tree.build(new Float64Array(200).fill(3))
    const force = new Float64Array(2)
    expect(tree.repulsion(3, 3, 0.5, force)).toBeCloseTo(100, 9)
    expect([...force]).toEqual([0, 0])
  })
})
