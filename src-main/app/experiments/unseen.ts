import type { Experiment } from '#main/app/experiments/experiment'
import { compareLosses } from '#main/app/experiments/compare-losses'
import { splitGroups } from '#main/app/experiments/split-groups'

/** The article's second experiment, and its aim: half the groups are never labelled; does what was learnt help them? */
export const unseen: Experiment = {
  id: 'unseen',
  title: 'Half the groups never labelled',
  sentence: 'Some photos of half the groups are labelled; measured are the rest of these and the other half, which is drawn.',
  run: bench => compareLosses(bench, splitGroups(bench.groups, bench.names.length, 0.5, bench.options.labels, bench.options.seed)),
}
