import type { Words } from '../catalogue'

/** What a search can be narrowed by. */
export const facets: Words<'facets'> = {
  status: 'Mit Label oder ohne',
  label: 'Label',
  folder: 'Ordner',
  date: 'Aufgenommen',
  camera: 'Kamera',
  place: 'Ort',
  class: 'Sieht aus wie',
  labelled: 'Mit Label',
  suggested: 'Mit Vorschlag',
  open: 'Weder noch',
  noLabel: 'Ohne Label',
  labelGone: 'Ein gelöschtes Label',
  folderItself: 'Der Ordner selbst',
  north: '{degrees}° N',
  south: '{degrees}° S',
  east: '{degrees}° O',
  west: '{degrees}° W',
}
