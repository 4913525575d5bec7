/** Numbers of things, times and sizes. */
export const units = {
  photos: '{n} photo | {n} photos',
  today: 'today',
  yesterday: 'yesterday',
  daysAgo: '{n} days ago',
  fewSecondsLeft: 'a few seconds left',
  secondsLeft: '{n} s left',
  minutesLeft: '{n} min left',
  hoursLeft: '{n} h left',
  hoursAndMinutesLeft: '{hours} h {minutes} min left',
  actions: '{n} action | {n} actions',
  labels: '{n} label | {n} labels',
  ofTotal: '{part} of {total}',
} as const
