/** What went wrong. */
export const errors = {
  unreachable: 'Silhouette could not be reached just now. It is tried again by itself.',
  unforeseen: 'Something went wrong inside Silhouette. Nothing you did is lost; try it again.',
} as const
