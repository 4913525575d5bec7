import { expect, it } from 'vitest'
import { applyHead } from '#main/learn/apply-head'
import { directHeadModel } from '#main/learn/direct-head-model'
import { belongings, localMap, spreadAbout } from '#main/learn/local-map'
import { multiply } from '#main/learn/multiply'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { unitLength } from '#main/matrix/unit-length'
import { powerNormalisedByHand } from './power-normalised-by-hand'

const from = random(4)
const normals = (rows: number, columns: number) => matrix(rows, columns, Float32Array.from({ length: rows * columns }, from.normal))

it('says how far photos belong to each place: most to the nearest, in all to one', async () => {
  const embedding = normals(200, 5)
  const map = await localMap(embedding, { seed: 1 })
  const { values } = belongings(embedding, map)
  expect(map.centres.rows).toBe(32)
  for (let i = 0; i < 200; i++) {
    const shares = values.subarray(i * 32, (i + 1) * 32)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
    const away = Array.from({ length: 32 }, (_, k) => Math.hypot(...Array.from({ length: 5 }, (_, d) => embedding.values[i * 5 + d] - map.centres.values[k * 5 + d])))
    expect(shares.indexOf(Math.max(...shares))).toBe(away.indexOf(Math.min(...away)))
  }
})

it('is the same network as its parts: the embedding of the head, places, and the spread about them', async () => {
  const features = normals(50, 12)
  const weights = normals(12, 5)
  const offset = Float32Array.from({ length: 5 }, from.normal)
  const directions = normals(5, 4)
  const mapped = multiply(powerNormalisedByHand(features), weights)
  const embedding = multiply(unitLength(matrix(50, 5, mapped.values.map((value, at) => value - offset[at % 5]))), directions)
  const map = await localMap(embedding, { seed: 1 })
  const coordinates = normals(map.centres.rows, 2)
  const got = await applyHead(features, directHeadModel({ weights, offset }, directions, map, coordinates, {}))

  const { places, aside } = spreadAbout(map, coordinates)
  const [at, beside] = [multiply(belongings(embedding, map), places), multiply(embedding, aside)]
  for (const [i, value] of got.values.entries())
    expect(value).toBeCloseTo(at.values[i] + beside.values[i], 3)
})

it('makes do with photos that are all the same', async () => {
  const map = await localMap(matrix(40, 3, new Float32Array(120).fill(2)), { seed: 1 })
  expect([...map.start.values, ...map.around.values, ...belongings(map.centres, map).values].every(Number.isFinite)).toBe(true)
})
