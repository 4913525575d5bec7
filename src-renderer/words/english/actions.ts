/** What actions are called, and why one can't be done now. */
export const actions = {
  'speak': 'Language: {language}',
  'speak-system': 'Language: as the system',
  'speaksAlready': 'The page speaks it already.',
} as const
