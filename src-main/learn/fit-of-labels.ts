import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { rowsByClass } from '#main/learn/rows-by-class'
import { squaredDistances } from '#main/learn/squared-distances'
import { largestIn } from '#main/matrix/largest-in'
import { rowOf, rowsBetween, takeRows } from '#main/matrix/matrix'
import { neighbourVotes } from '#main/matrix/nearest-neighbour-accuracy'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { pace } from '#main/matrix/pace'
import { random, shuffle } from '#main/matrix/random'
import { silhouetteFromSums } from '#main/matrix/silhouette-from-sums'
import { silhouetteScores } from '#main/matrix/silhouette-scores'

/** How well labelled photos lie among their own. */
export interface FitOfLabels {
  /** [L] float32 */
  silhouettes: Float32Array
  /** [L]: the class of the nearest other labelled photo, −1 where there is none. */
  votes: Int32Array
}

/** Labelled photos that the others are held against: of no more, all are. */
const against = 2048
const block = 512

/**
 * The silhouette of every labelled row, and the class of the nearest other one. Of up to 2,048 rows exactly; of more, each
 * is held against 2,048 of them: for silhouettes as many of every class as there is room for, and two at least, and for
 * the nearest so many drawn from all. O(L·D) so, where all pairs of 50,000 photos would take minutes.
 *
 * @param space [L, D] @param classes [L], from 0
 * @throws CANCELLED
 */
export async function fitOfLabels(space: Matrix, classes: Int32Array, products: MatrixProducts, signal?: AbortSignal): Promise<FitOfLabels> {
  if (space.rows <= against) {
    return {
      silhouettes: Float32Array.from(await silhouetteScores(space, classes, { signal })),
      votes: neighbourVotes(await nearestNeighboursScan(space, 1, signal), classes),
    }
  }
  const [ofClasses, ofAll] = [fewOfEach(classes), drawnFrom(classes.length)]
  const [nearClasses, nearAll] = [takeRows(space, ofClasses), takeRows(space, ofAll)]
  const silhouetteOf = silhouetteAgainst(ofClasses, classes)
  const fit: FitOfLabels = { silhouettes: new Float32Array(space.rows), votes: new Int32Array(space.rows) }
  const rest = pace('Measuring silhouettes', signal)
  for (let start = 0; start < space.rows; start += block) {
    await rest()
    const some = rowsBetween(space, start, start + block)
    const toClasses = await squaredDistances(some, nearClasses, products)
    const toAll = await squaredDistances(some, nearAll, products)
    for (let at = 0; at < some.rows; at++) {
      fit.silhouettes[start + at] = silhouetteOf(start + at, rowOf(toClasses, at))
      fit.votes[start + at] = classes[nearestOf(start + at, rowOf(toAll, at), ofAll)]
    }
  }
  return fit
}

/** Rows of every class: all of the small ones, and as many of the others as there is room for. */
function fewOfEach(classes: Int32Array): Int32Array {
  const from = random(0)
  const left = rowsByClass(classes).sort((a, b) => a.length - b.length)
  const rows: number[] = []
  left.forEach((each, at) => {
    const room = Math.max(2, Math.floor((against - rows.length) / (left.length - at)))
    rows.push(...shuffle(each, from).slice(0, room))
  })
  return Int32Array.from(rows)
}

function drawnFrom(count: number): Int32Array {
  return Int32Array.from(shuffle(Array.from({ length: count }, (_, row) => row), random(1)).slice(0, against))
}

/** The silhouette of a row by its squared distances to `others`, itself perhaps among them. */
function silhouetteAgainst(others: Int32Array, classes: Int32Array): (row: number, squares: Float32Array) => number {
  const classOf = Int32Array.from(others, row => classes[row])
  const counts = new Int32Array(largestIn(classes) + 1)
  classOf.forEach(of => counts[of]++)
  const sums = new Float64Array(counts.length)
  return (row, squares) => {
    sums.fill(0)
    let itself = 0
    for (let at = 0; at < others.length; at++) {
      if (others[at] === row)
        itself = 1
      else
        sums[classOf[at]] += Math.sqrt(squares[at])
    }
    const own = classes[row]
    counts[own] -= itself
    const silhouette = silhouetteFromSums(sums, counts, own)
    counts[own] += itself
    return silhouette
  }
}

/** The nearest of the others that is not the row itself. */
function nearestOf(row: number, squares: Float32Array, others: Int32Array): number {
  let nearest = -1
  let least = Infinity
  for (let at = 0; at < others.length; at++) {
    if (squares[at] < least && others[at] !== row) {
      least = squares[at]
      nearest = others[at]
    }
  }
  return nearest
}
