import type { Words } from '../catalogue'

/** The map and the tools on it. */
export const map: Words<'map'> = {
  view: 'Ansicht',
  lookThrough: 'Ansehen mit',
  arrangeBy: 'Anordnen nach',
  arrangeAgain: 'Neu anordnen',
  unnamed: 'ohne Namen',
  groups: 'Gruppen auf der Karte',
  selectGroup: 'Gruppe {n} auswählen:',
  suggested: 'vorgeschlagen, {percent}',
  low: 'Tiefe',
  high: 'Hohe Schichten',
  layer: 'Schicht des Netzes',
  map: 'Karte',
  fewer: 'Weniger',
  moreGroups: 'Mehr Gruppen',
  granularity: 'Wie fein die Karte gruppiert ist',
  of100: '{n} von 100',
  title: 'Karte mit {photos}. Pfeiltasten gehen von Foto zu Foto, die Eingabetaste öffnet eines, die Leertaste wählt es aus.',
  empty: 'Karte der Fotos, noch leer',
  labelled: 'mit Label {label}',
  perhaps: 'vielleicht {label}, {percent} sicher',
  noLabel: 'ohne Label',
  looksLike: 'sieht aus wie {name}',
  selected: 'ausgewählt',
  noWebGl: 'Die Karte braucht WebGL 2, das dieser Browser nicht bietet. Die Hardwarebeschleunigung einschalten oder einen anderen Browser verwenden.',
}
