/**
 * Whether a silhouette says that a photo lies on the whole nearer to the photos of another label than to those of its own.
 * One that is written as 0.00 says neither.
 */
export function isMisplaced(silhouette: number): boolean {
  return silhouette <= -0.005
}
