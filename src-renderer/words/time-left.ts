import { t } from './t'

/** About how long something will take, in words; `seconds` as estimated. */
export function timeLeft(seconds: number): string {
  if (seconds < 10)
    return t('units.fewSecondsLeft')
  if (seconds < 55)
    return t('units.secondsLeft', { n: Math.ceil(seconds / 5) * 5 })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60)
    return t('units.minutesLeft', { n: Math.max(1, minutes) })
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0
    ? t('units.hoursLeft', { n: hours })
    : t('units.hoursAndMinutesLeft', { hours, minutes: minutes % 60 })
}
