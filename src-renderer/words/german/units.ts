import type { Words } from '../catalogue'

/** Numbers of things, times and sizes. */
export const units: Words<'units'> = {
  photos: '{n} Foto | {n} Fotos',
  today: 'heute',
  yesterday: 'gestern',
  daysAgo: 'vor {n} Tagen',
  fewSecondsLeft: 'noch ein paar Sekunden',
  secondsLeft: 'noch {n} s',
  minutesLeft: 'noch {n} min',
  hoursLeft: 'noch {n} h',
  hoursAndMinutesLeft: 'noch {hours} h {minutes} min',
  actions: '{n} Aktion | {n} Aktionen',
  labels: '{n} Label | {n} Labels',
  ofTotal: '{part} von {total}',
}
