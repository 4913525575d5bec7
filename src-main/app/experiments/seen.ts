import type { Experiment } from '#main/app/experiments/experiment'
import { compareLosses } from '#main/app/experiments/compare-losses'
import { splitGroups } from '#main/app/experiments/split-groups'

/** The article's first experiment: every group is labelled; how does each loss arrange photos it did not see? */
export const seen: Experiment = {
  id: 'seen',
  title: 'All groups labelled',
  sentence: 'Some photos of every group are labelled; measured and drawn are the others.',
  run: bench => compareLosses(bench, splitGroups(bench.groups, bench.names.length, 1, bench.options.labels, bench.options.seed)),
}
