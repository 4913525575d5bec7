import type { Sampler } from '#main/learn/samplers/sampler'
import { rowsByClass } from '#main/learn/rows-by-class'
import { shuffle } from '#main/matrix/random'

const mostPerClass = 8

/**
 * P classes × K photos: as many classes as fit with up to 8 photos each, two at least, so that every photo of a batch meets
 * its own class and another. All rows, in order, where all fit. A class shorter than its share leaves its places to the others.
 */
export const classBalanced: Sampler = {
  id: 'class-balanced',
  batchSize: (classes, most) => Math.min(classes.length, most),
  batch: (classes, size, from) => {
    if (size >= classes.length)
      return Int32Array.from({ length: classes.length }, (_, i) => i)
    const rows = rowsByClass(classes)
    rows.forEach(each => shuffle(each, from))
    const order = shuffle(Array.from(rows.keys()), from)
    const perClass = Math.max(1, Math.min(mostPerClass, size >> 1))
    const batch: number[] = []
    for (let start = 0; batch.length < size; start += perClass) {
      for (const at of order) {
        const taken = rows[at].slice(start, start + perClass)
        batch.push(...taken.slice(0, size - batch.length))
        if (batch.length === size)
          break
      }
    }
    return Int32Array.from(batch)
  },
}
