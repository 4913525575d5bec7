/** What frames every view: the bar at the top, colours and language, notices, the connection. */
export const page = {
  labelled: '{n} labelled',
  unreadable: '{n} unreadable',
  labelNext: 'Label next',
  appearance: 'Colours and language',
  colours: 'Colours',
  colourSystem: 'As the system',
  colourLight: 'Light',
  colourDark: 'Dark',
  language: 'Language',
  languageSystem: 'As the system',
  refused: 'This page is no longer signed in. Open the address that Silhouette printed again.',
  reconnecting: 'Reconnecting…',
  messages: 'Messages',
  undo: 'Undo',
  dismiss: 'Dismiss',
  close: 'Close',
} as const
