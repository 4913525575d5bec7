import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { topClasses } from '#main/embed/top-classes'
import { matrix } from '#main/matrix/matrix'

describe('topClasses', () => {
  it('is the head of the sorted softmax', () => {
    const scores = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 7, maxLength: 7 })
    fc.assert(fc.property(scores, scores, (first, second) => {
      const top = topClasses(matrix(2, 7, Float32Array.from([
        ...first,
        ...second,
      ])), 5)
      ;[first, second].forEach((row, at) => {
        const exponentials = row.map(score => Math.exp(score - Math.max(...row)))
        const sum = exponentials.reduce((a, b) => a + b)
        const order = row.map((_, i) => i).sort((a, b) => row[b] - row[a] || a - b).slice(0, 5)
        expect(top[at].classes).toEqual(order)
        top[at].probabilities.forEach((p, i) => expect(p).toBeCloseTo(exponentials[order[i]] / sum, 6))
      })
    }))
  })

  it('gives all where there are fewer', () => {
    expect(topClasses(matrix(1, 2, Float32Array.of(0, 0)))).toEqual([
      {
        classes: [0, 1],
        probabilities: [0.5, 0.5],
      },
    ])
  })
})
