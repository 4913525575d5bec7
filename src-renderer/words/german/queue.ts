import type { Words } from '../catalogue'

/** What to label next, row by row. */
export const queue: Words<'queue'> = {
  title: 'Als Nächstes benennen',
  strikeHow: 'Klick nimmt ein Foto heraus, {shift} auch alle danach',
  nothingLeft: 'Alles hat ein Label, oder zum Rest lässt sich nichts sagen.',
  learnOrMap: 'Lernen lassen oder mit der Karte weitermachen.',
  looking: 'Es wird gesucht, was am meisten hilft …',
  suggestedAll: 'Vorgeschlagen, die sichersten zuerst: {percent}.',
  suggestedFromTo: 'Vorgeschlagen, die sichersten zuerst: {most} bis {least}.',
  perhaps: 'Vielleicht {label}',
  notKnown: 'Noch unbekannt',
  labelThem: '{n} als {label} benennen',
  nameThem: '{n} Foto benennen | {n} Fotos benennen',
  photo: 'Foto {n} von {total}',
  photoStruck: 'Foto {n} von {total}, ausgelassen',
  showOthers: '{n} weiteres Foto der Reihe zeigen | {n} weitere Fotos der Reihe zeigen',
  more: '{n} weitere',
}
