import type { HeldOutScores } from '#main/learn/held-out'
import { qualityOf, scoreOf } from '#main/learn/held-out'

/**
 * Whether the learnt space is better on held-out labels, and why, in a sentence. It is kept when accuracy and
 * silhouette together rose and accuracy did not fall by more than chance explains: one standard error of the photos
 * that changed sides.
 */
export function verdictOn(before: HeldOutScores, after: HeldOutScores): { kept: boolean, verdict: string } {
  const kept = isBetter(before, after)
  const [old, fresh] = [qualityOf(before), qualityOf(after)]
  const figures = `of photos held out, ${percent(fresh.accuracy)} now lie nearest to their own label (${percent(old.accuracy)} before), `
    + `and their silhouette went from ${old.silhouette.toFixed(2)} to ${fresh.silhouette.toFixed(2)}`
  return {
    kept,
    verdict: kept
      ? `The new space fits your labels better: ${figures}.`
      : `The old space stays, as the new one did no better: ${figures}. A few more labels will help.`,
  }
}

/** The same where there is no label to go by, of clusters that were found. */
export function verdictOnClusters(before: HeldOutScores, after: HeldOutScores, clusters: number): { kept: boolean, verdict: string } {
  const kept = isBetter(before, after)
  const [old, fresh] = [qualityOf(before), qualityOf(after)]
  const figures = `photos held out lie in ${clusters} clusters with a silhouette of ${fresh.silhouette.toFixed(2)} (${old.silhouette.toFixed(2)} before), `
    + `and ${percent(fresh.accuracy)} of them nearest to a photo of their cluster (${percent(old.accuracy)} before)`
  return {
    kept,
    verdict: `${kept ? 'Clusters stand out more clearly' : 'The old space stays, as clusters stand out no more clearly in the new one'}: ${figures}. `
      + 'Whether they are the groups you mean, only labels can tell.',
  }
}

function isBetter(before: HeldOutScores, after: HeldOutScores): boolean {
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
  return scoreOf(after) > scoreOf(before) && lost - won <= Math.sqrt(lost + won)
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
