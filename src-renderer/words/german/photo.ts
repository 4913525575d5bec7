import type { Words } from '../catalogue'

/** One photo, large. */
export const photo: Words<'photo'> = {
  sure: '{percent} sicher',
  noLabel: 'Noch ohne Label',
  fits: 'Passt zu seinem Label:',
  nearerToAnother: 'im Ganzen näher bei einem anderen Label',
  fromTo: 'von −1 bis 1',
  looksLike: 'Sieht aus wie',
  gone: 'Diese Datei ist nicht mehr da.',
  fitted: 'eingepasst',
  file: 'Datei',
  size: 'Größe',
  sizeWords: '{width} × {height} px, {size}',
  taken: 'Aufgenommen',
  changed: 'Geändert',
  camera: 'Kamera',
  lens: 'Objektiv',
  exposure: 'Belichtung',
  place: 'Ort',
  open: 'Foto {n} von {total} öffnen',
  mostLike: 'Am ähnlichsten',
  selectThem: 'Auswählen',
  openSimilar: 'Ähnliches Foto {n} öffnen',
}
