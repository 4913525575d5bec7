/** What went wrong. */
export const errors = {
  unreachable: 'Silhouette could not be reached just now. It is tried again by itself.',
  notWhileAway: 'This can’t be done while Silhouette is away. Try it again when it is back.',
  unforeseen: 'Something went wrong inside Silhouette. Nothing you did is lost; try it again.',
} as const
