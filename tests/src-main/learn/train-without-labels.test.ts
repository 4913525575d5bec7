import { describe, expect, it } from 'vitest'
import { losses } from '#main/learn/losses/table'
import { multiply } from '#main/learn/multiply'
import { trainWithoutLabels } from '#main/learn/train-without-labels'
import { matrix } from '#main/matrix/matrix'
import { normalisedMutualInformation } from '#main/matrix/mutual-information'
import { random } from '#main/matrix/random'
import { meanSilhouette, silhouetteScores } from '#main/matrix/silhouette-scores'

/** Four groups along the first four axes, and noise along all, twice as long along two more that the head starts with. */
const { normal } = random(6)
const kinds = Int32Array.from({ length: 240 }, (_, i) => i % 4)
const coordinates = matrix(240, 8, Float32Array.from({ length: 240 * 8 }, (_, at) => normal() * (at % 8 > 3 ? 2 : 1) + (at % 8 === kinds[Math.floor(at / 8)] ? 5 : 0)))

describe('trainWithoutLabels', () => {
  for (const loss of Object.values(losses).filter(each => 'withoutLabels' in each)) {
    it(`${loss.id} draws together what belongs together`, async () => {
      const options = { loss, dimensions: 6, clusters: 4, seed: 1 }
      const rounds: number[] = []
      const { head, clusterOf, steps } = await trainWithoutLabels(coordinates, { ...options, onRound: ({ step }) => rounds.push(step) })
      expect(normalisedMutualInformation(clusterOf, kinds)).toBeGreaterThan(0.95)
      expect(rounds).toEqual(Array.from({ length: steps / 20 }, (_, round) => 20 * round))
      const start = matrix(240, 6, Float32Array.from({ length: 1440 }, (_, at) => coordinates.values[Math.floor(at / 6) * 8 + at % 6]))
      const [before, after] = [await silhouetteScores(start, kinds), await silhouetteScores(multiply(coordinates, head), kinds)]
      expect(meanSilhouette(after)).toBeGreaterThan(meanSilhouette(before) + 0.02)
      expect((await trainWithoutLabels(coordinates, options)).head).toEqual(head)
    })
  }

  it('can be left between two rounds', async () => {
    const abort = new AbortController()
    const training = trainWithoutLabels(coordinates, { loss: losses.dec, dimensions: 4, clusters: 12, seed: 1, signal: abort.signal, onRound: () => abort.abort() })
    await expect(training).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
