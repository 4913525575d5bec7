import { afterAll, beforeAll, expect, it } from 'vitest'
import { dimensionsByClasses } from '#main/learn/held-out-classes'
import { strengths } from '#main/learn/held-out-strength'
import { labelFolds } from '#main/learn/label-folds'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

let products: Awaited<ReturnType<typeof openMatrixProducts>>
beforeAll(async () => {
  products = await openMatrixProducts()
})
afterAll(() => products.release())

/** Classes that differ along the first `telling` of 40 directions, which are `scale` as long as the others, under noise. */
function choose(classCount: number, telling: number, scale: number, noise = 0.5): Promise<number> {
  const { normal } = random(2)
  const centres = Array.from({ length: classCount * telling }, normal)
  const classes = Array.from({ length: classCount * 25 }, (_, i) => i % classCount)
  const coordinates = matrix(classes.length, 40, Float32Array.from({ length: classes.length * 40 }, (_, at) => {
    const [own, d] = [classes[Math.floor(at / 40)], at % 40]
    return d < telling ? scale * (centres[own * telling + d] + noise * normal()) : normal()
  }))
  const identity = Float64Array.from({ length: 1600 }, (_, at) => at % 41 === 0 ? 1 : 0)
  const labels = { coordinates, classes, classCount, folds: labelFolds(classes, 5, 0), foldCount: 5 }
  return dimensionsByClasses(labels, { classCount, sample: coordinates, localScatter: identity }, strengths[0], products, { seed: 0 })
}

it('takes fewer where the others are noise', async () => {
  expect(await choose(8, 40, 1, 2)).toBe(16)
})

it('keeps all where what tells classes apart is small beside the noise', async () => {
  expect(await choose(8, 8, 0.4)).toBe(40)
})

it('keeps all where there are too few classes to tell', async () => {
  expect(await choose(3, 8, 2)).toBe(40)
})
