import type { Words } from '../catalogue'

/** What went wrong. */
export const errors: Words<'errors'> = {
  unreachable: 'Silhouette war gerade nicht erreichbar. Es wird von selbst noch einmal versucht.',
  notWhileAway: 'Das geht nicht, solange Silhouette nicht erreichbar ist. Danach bitte noch einmal versuchen.',
  unforeseen: 'In Silhouette ist etwas schiefgegangen. Nichts ist verloren; bitte noch einmal versuchen.',
}
