import type { Schedule } from '#main/learn/schedules/schedule'

/** The same rate from the first step to the last. */
export const constant: Schedule = {
  id: 'constant',
  title: 'The same rate throughout',
  source: '–',
  shareAt: () => 1,
}
