import type { Words } from '../catalogue'

/** The search beside the map. */
export const find: Words<'find'> = {
  fewer: 'Weniger',
  more: '{n} weitere',
  title: 'Fotos suchen',
  placeholder: 'Datei, Ort, Label …',
  words: 'Gesuchte Wörter',
  found: '{n} von {photos}',
  unreadableFiles: '{n} nicht lesbare Datei … | {n} nicht lesbare Dateien …',
  missingFiles: '{n} Datei nicht mehr da … | {n} Dateien nicht mehr da …',
  hideOthers: 'Andere verbergen',
  selectThem: 'Auswählen',
  showAll: 'Alle zeigen',
}
