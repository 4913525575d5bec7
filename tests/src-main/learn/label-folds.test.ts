import { describe, expect, it } from 'vitest'
import { labelFolds } from '#main/learn/label-folds'

describe('labelFolds', () => {
  it('deals each class evenly, and never holds out the only photo of one', () => {
    const classes = [...Array.from<number>({ length: 10 }).fill(0), ...Array.from<number>({ length: 7 }).fill(1), 2]
    const folds = labelFolds(classes, 5, 3)
    for (let fold = 0; fold < 5; fold++) {
      expect([...folds].filter((of, row) => of === fold && classes[row] === 0)).toHaveLength(2)
      expect([...folds].filter((of, row) => of === fold && classes[row] === 1).length).toBeGreaterThan(0)
    }
    expect(folds[17]).toBe(-1)
  })

  it('takes as long as there are labels, and not as their square', () => {
    const classes = Int32Array.from({ length: 300_000 }, (_, row) => row % 2)
    const folds = labelFolds(classes, 5, 0)
    expect([...folds].every(fold => fold >= 0)).toBe(true)
  })
})
