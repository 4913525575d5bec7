import type { Words } from '../catalogue'

/** What frames every view: the bar at the top, colours and language, notices, the connection. */
export const page: Words<'page'> = {
  labelled: '{n} mit Label',
  unreadable: '{n} nicht lesbar',
  labelNext: 'Als Nächstes',
  appearance: 'Farben und Sprache',
  colours: 'Farben',
  colourSystem: 'Wie das System',
  colourLight: 'Hell',
  colourDark: 'Dunkel',
  language: 'Sprache',
  languageSystem: 'Wie das System',
  refused: 'Diese Seite ist nicht mehr angemeldet. Die Adresse, die Silhouette ausgegeben hat, noch einmal öffnen.',
  reconnecting: 'Silhouette ist nicht erreichbar. Verbindung wird wiederhergestellt …',
  busy: 'Silhouette ist beschäftigt. Was jetzt getan wird, geschieht etwas später.',
  kept: '{n} Aktion ist bis dahin aufgehoben. | {n} Aktionen sind bis dahin aufgehoben.',
  keptDone: '{n} Aktion, die warten musste, ist nun getan. | {n} Aktionen, die warten mussten, sind nun getan.',
  messages: 'Meldungen',
  undo: 'Rückgängig',
  dismiss: 'Schließen',
  close: 'Schließen',
}
