import { oc } from '@orpc/contract'
import * as z from 'zod'
import { blob, photoId, photoIds } from '#shared/contract/common'

export const searchFacets = ['status', 'label', 'folder', 'date', 'camera', 'place', 'class'] as const
/**
 * What photos are sorted out by. `status`: `labelled`, `suggested`, `open`. `label`: its id, `0` for none. `folder`: the one
 * a photo lies in, relative, empty for the library's own. `date`: `2024` or `2024-05`. `place`: whole degrees, `48,2`.
 * `class`: what the network takes the photo for.
 */
export type SearchFacet = typeof searchFacets[number]

/** Why one of several photos that look the same is the one to keep: more pixels, sharper, less compressed, or nothing but its age. */
export const bestReasons = ['larger', 'sharper', 'less-compressed', 'older'] as const
export type BestReason = typeof bestReasons[number]

const searchFilters = z.partialRecord(z.enum(searchFacets), z.array(z.string().max(4096)).max(200))
/** Of each facet named, a photo has one of the values. */
export type SearchFilters = z.infer<typeof searchFilters>

const facetCounts = z.object({
  facet: z.enum(searchFacets),
  /** What each value would find together with all other facets, most first; values asked for before the others. */
  values: z.array(z.object({ value: z.string(), photos: z.int().nonnegative() })),
})
export type FacetCounts = z.infer<typeof facetCounts>

const found = z.object({
  photo: photoId,
  path: z.string(),
  distance: z.number(),
})
export type Found = z.infer<typeof found>

export const findContract = {
  /** Photos by words (all of them somewhere in path, camera, date, label or class) and by facets. `photos`: uint32 ids, rising. */
  search: oc.input(z.object({
    text: z.string().max(200).default(''),
    filters: searchFilters.default({}),
  })).output(z.object({ photos: blob, facets: z.array(facetCounts) })),
  /** Photos nearest to the middle of the given ones in the shown space, without them. */
  similar: oc.input(z.object({
    photos: photoIds,
    limit: z.int().min(1).max(1000).default(50),
  })).output(z.array(found)),
  /** Groups of photos that are the same file, or look all but the same, with the one to keep and what speaks for it. */
  duplicates: oc.output(z.array(z.object({
    exact: z.boolean(),
    photos: z.array(found),
    best: photoId,
    because: z.enum(bestReasons),
  }))),
  /** Photos clearly unlike all others, the loneliest first; distance is how many times farther its neighbours are than theirs. */
  outliers: oc.input(z.object({
    limit: z.int().min(1).max(1000).default(50),
  })).output(z.array(found)),
}
