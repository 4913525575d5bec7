import type { Strength } from '#main/learn/closed-form'
import type { CommonInputs, HeldOutLabels } from '#main/learn/held-out-strength'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { clearlyBest } from '#main/learn/clearly-best'
import { embedRows, narrowed } from '#main/learn/closed-form'
import { fitOn } from '#main/learn/held-out-strength'
import { squaredDistances } from '#main/learn/squared-distances'
import { matrix, takeRows } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'
import { random, shuffle } from '#main/matrix/random'

/** Dimensions of an embedding to choose from, besides all that the basis has, which come first. */
const fewer = [64, 32, 16]
/** How often the classes are dealt to two halves. */
const deals = 2
/** Standard errors by which fewer dimensions must be better. */
const certainty = 3
/** Less than two classes in a half show nothing. */
const fewestClasses = 4

/**
 * How many dimensions serve classes that have no label. In turn half the classes are taken for unlabelled, the closed
 * form is fitted to the other half, and measured is whether a photo's nearest one among the former is of its class. All
 * dimensions stay unless fewer are clearly better; with less than four classes that have two photos each, too.
 *
 * @throws CANCELLED
 */
export async function dimensionsByClasses(labels: HeldOutLabels, common: CommonInputs, strength: Strength, products: MatrixProducts, { seed, signal }: { seed: number, signal?: AbortSignal }): Promise<number> {
  const all = labels.coordinates.columns
  const sizes = [all, ...fewer.filter(size => size < all)]
  const able = Array.from({ length: labels.classCount }, (_, own) => own).filter(own => countOf(labels.classes, own) > 1)
  if (able.length < fewestClasses || sizes.length < 2)
    return all
  const rest = pace('Learning', signal)
  const from = random(seed)
  const right: number[][] = sizes.map(() => [])
  for (let deal = 0; deal < deals; deal++) {
    const order = shuffle([...able], from)
    for (const half of [order.slice(0, able.length >> 1), order.slice(able.length >> 1)]) {
      await rest()
      const out = new Set(half)
      const rows = Array.from({ length: labels.classes.length }, (_, i) => i)
      const held = rows.filter(i => out.has(labels.classes[i]))
      const others = rows.filter(i => !out.has(labels.classes[i]))
      const coordinates = takeRows(labels.coordinates, held)
      const classes = held.map(i => labels.classes[i])
      const whole = await fitOn(others, labels, common, strength, all, products)
      right[0].push(...await alike(await embedRows(coordinates, whole, products), classes, products))
      // Fewer dimensions are the first of more.
      const cut = await embedRows(coordinates, await narrowed(whole, common.sample, sizes[1], products), products)
      for (let at = 1; at < sizes.length; at++)
        right[at].push(...await alike(firstColumns(cut, sizes[at]), classes, products))
    }
    // What is no better in one deal will not be clearly better in all.
    if (right.slice(1).every(fewer => countOf(fewer, 1) <= countOf(right[0], 1)))
      return all
  }
  return sizes[clearlyBest(right, certainty)]
}

function firstColumns({ rows, columns, values }: Matrix, count: number): Matrix {
  const first = matrix(rows, count)
  for (let i = 0; i < rows; i++)
    first.values.set(values.subarray(i * columns, i * columns + count), i * count)
  return first
}

/** For each row 1 where the nearest other row is of its class, else 0. */
async function alike(embedding: Matrix, classes: readonly number[], products: MatrixProducts): Promise<number[]> {
  const { values, columns } = await squaredDistances(embedding, embedding, products)
  return classes.map((own, i) => {
    let nearest = -1
    for (let j = 0; j < columns; j++) {
      if (j !== i && !(values[i * columns + j] >= (nearest < 0 ? Infinity : values[i * columns + nearest])))
        nearest = j
    }
    return classes[nearest] === own ? 1 : 0
  })
}

function countOf(classes: ArrayLike<number>, own: number): number {
  return Array.from(classes).filter(other => other === own).length
}
