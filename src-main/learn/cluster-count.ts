import { NotEnoughPhotos } from '#main/learn/not-enough-photos'

const most = 64

/**
 * How many clusters are looked for among so many photos, where nobody asks for a number: √(N/2), a rule of thumb of
 * Mardia, Kent, Bibby 1979, Multivariate Analysis, from 2 to 64. On the three sets it was tried on, the silhouette of
 * k-means told 22 for 11 groups, 5 for 10 and 3 for 46, so that nothing measured without labels is a better guess; and
 * too many do little harm, as Caron et al. 2018 found too: for 11 and 10 groups clusters agreed with the groups as well
 * at 64 as at 8, for 46 the better the more there were.
 *
 * @throws NOT_ENOUGH_PHOTOS
 */
export function clusterCount(photos: number, asked?: number): number {
  const clusters = asked ?? Math.min(most, Math.max(2, Math.round(Math.sqrt(photos / 2))))
  if (photos < 3 * clusters)
    throw new NotEnoughPhotos(photos, clusters)
  return clusters
}
