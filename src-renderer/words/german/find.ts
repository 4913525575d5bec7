import type { Words } from '../catalogue'

/** The search beside the map. */
export const find: Words<'find'> = {
  fewer: 'Weniger',
  more: '{n} weitere',
  title: 'Fotos suchen',
  placeholder: 'Datei, Ordner, Kamera, Label …',
  words: 'Gesuchte Wörter',
  found: '{n} von {photos}',
  hideOthers: 'Andere verbergen',
  selectThem: 'Auswählen',
  showAll: 'Alle zeigen',
}
