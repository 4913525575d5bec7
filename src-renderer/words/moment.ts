import { spokenLocale } from './speech'
import { t } from './t'

/** A moment in words, such as `3 May 2021, 14:05`; milliseconds since 1970 or ISO 8601 (without a zone: as the camera's clock stood). */
export function moment(when: number | string): string {
  return new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(when))
}

/** How long ago, roughly: `today`, `yesterday`, `3 days ago`, then the day itself. Both in milliseconds since 1970. */
export function daysAgo(when: number, now: number): string {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(when).setHours(0, 0, 0, 0)) / 86_400_000)
  if (days <= 0)
    return t('units.today')
  if (days === 1)
    return t('units.yesterday')
  if (days < 30)
    return t('units.daysAgo', { n: days })
  return new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'medium' }).format(new Date(when))
}
