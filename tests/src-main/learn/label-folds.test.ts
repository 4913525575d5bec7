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

  it('keeps together what was labelled in one act, unless that is most of a label, and what nothing is known of apart', () => {
    const acts = [...[1, 1, 2, 2, 2, 3, 4, 5, 5, 6], ...Array.from<number>({ length: 8 }).fill(7), 8, 9, ...Array.from<number>({ length: 10 }).fill(0)]
    const classes = acts.map((_, row) => Math.floor(row / 10))
    const folds = labelFolds(classes, 5, 1, acts)
    const of = (act: number): number[] => [...new Set([...folds].filter((_, row) => acts[row] === act))]
    for (const act of [1, 2, 5])
      expect(of(act)).toHaveLength(1)
    expect(of(7)).toHaveLength(5)
    expect(of(0)).toHaveLength(5)
    for (let fold = 0; fold < 5; fold++) {
      for (const own of [0, 1, 2])
        expect([...folds].filter((in_, row) => in_ === fold && classes[row] === own).length).toBeGreaterThan(0)
    }
    expect(labelFolds(classes, 5, 1, acts.map((_, row) => row + 1))).toEqual(labelFolds(classes, 5, 1))
  })
})
