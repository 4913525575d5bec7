import type { Assessment, ExperimentBench, ExperimentMap, ExperimentOutcome, ExperimentRow } from '#main/app/experiments/experiment'
import type { GroupSplit } from '#main/app/experiments/split-groups'
import type { Matrix } from '#main/matrix/matrix'
import { losses } from '#main/learn/losses/table'
import { takeRows } from '#main/matrix/matrix'

/**
 * From the same labels, what *Learn* makes of them and what every loss does by itself, at every size; each space is
 * measured beside the network's own. `steps` and `seconds` are the time to converge.
 */
export async function compareLosses(bench: ExperimentBench, split: GroupSplit): Promise<ExperimentOutcome> {
  const { taps, options: { losses: chosen, dimensions, seed } } = bench
  const own = taps.at(-1)!
  const shown = split.unseen.length > 0 ? split.unseen : split.seen
  const rows: ExperimentRow[] = []
  const maps: ExperimentMap[] = []
  const total = (chosen.length + 1) * dimensions.length + 1

  const add = async (method: string, space: Matrix, steps: number | null, seconds: number | null): Promise<void> => {
    bench.report(method, rows.length, total)
    rows.push(rowOf(method, space.columns, steps, seconds, await bench.assess({ space, groups: bench.groups, ...split, seed })))
    maps.push({
      title: `${method}, ${space.columns}-d`,
      xy: await bench.map(takeRows(space, shown)),
      groups: Int32Array.from(shown, row => bench.groups[row]),
    })
  }

  await add(`none (${own.title})`, own.vectors, null, null)
  for (const size of dimensions) {
    bench.report('Learning as Learn does', rows.length, total)
    const learnt = await bench.learn(own.vectors, split.labelled, split.classes, { loss: 'silhouette', dimensions: size, seed })
    await add('Learn (closed form, held out)', learnt.space, null, learnt.seconds)
  }
  for (const loss of chosen) {
    for (const size of dimensions) {
      bench.report(`Training by ${loss}`, rows.length, total)
      const { space, steps, seconds } = await bench.train(own.vectors, split.labelled, split.classes, { loss, dimensions: size, seed })
      await add(titleOf(loss), space, steps, seconds)
    }
  }
  return { rows, maps }
}

/** A line of the table that most experiments print. */
export function rowOf(method: string, dimensions: number, steps: number | null, seconds: number | null, { seenAccuracy, seenSilhouette, seenNmi, unseenAccuracy, unseenSilhouette, unseenNmi }: Assessment): ExperimentRow {
  return {
    'method': method,
    'dimensions': dimensions,
    'steps': steps,
    'seconds': seconds,
    'seen 5-NN': seenAccuracy,
    'seen silhouette': seenSilhouette,
    'seen NMI': seenNmi,
    'unseen 1-NN': unseenAccuracy,
    'unseen silhouette': unseenSilhouette,
    'unseen NMI': unseenNmi,
  }
}

function titleOf(loss: string): string {
  return Object.hasOwn(losses, loss) ? losses[loss as keyof typeof losses].title : loss
}
