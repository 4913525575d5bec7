import type { HeldOutScores } from '#main/learn/held-out'
import { qualityOf, scoreOf } from '#main/learn/held-out'

/**
 * Whether the learnt space is better on held-out labels, and why, in a sentence. It is kept when accuracy and
 * silhouette together rose and accuracy did not fall by more than chance explains: one standard error of the photos
 * that changed sides.
 */
export function verdictOn(before: HeldOutScores, after: HeldOutScores): { kept: boolean, verdict: string } {
  let lost = 0
  let won = 0
  before.right.forEach((right, i) => {
    lost += right > after.right[i]
      ? 1
      : 0
    won += right < after.right[i]
      ? 1
      : 0
  })
  const kept = scoreOf(after) > scoreOf(before) && lost - won <= Math.sqrt(lost + won)
  const [old, fresh] = [
    qualityOf(before),
    qualityOf(after),
  ]
  const figures = `of photos held out, ${percent(fresh.accuracy)} now lie nearest to their own label (${percent(old.accuracy)} before), `
    + `and their silhouette went from ${old.silhouette.toFixed(2)} to ${fresh.silhouette.toFixed(2)}`
  return {
    kept,
    verdict: kept
      ? `The new space fits your labels better: ${figures}.`
      : `The old space stays, as the new one did no better: ${figures}. A few more labels will help.`,
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
