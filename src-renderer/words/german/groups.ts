import type { Words } from '../catalogue'

/** What actions are sorted by in menus and lists. */
export const groups: Words<'groups'> = {
  Library: 'Bibliothek',
  Label: 'Label',
  Map: 'Karte',
  Photo: 'Foto',
  Find: 'Suchen',
  Learn: 'Lernen',
  Help: 'Hilfe',
}
