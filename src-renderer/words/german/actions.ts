import type { Words } from '../catalogue'

/** What actions are called, and why one can't be done now. */
export const actions: Words<'actions'> = {
  'speak': 'Sprache: {language}',
  'speak-system': 'Sprache: wie das System',
  'speaksAlready': 'Diese Sprache ist schon gewählt.',
}
