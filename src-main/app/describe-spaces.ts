import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceRow } from '#main/store/spaces'
import type { SpaceSummary } from '#shared/contract/common'
import { everyTap } from '#main/backbones/every-tap'
import { backbones } from '#main/backbones/table'
import { spaces } from '#main/store/spaces'
import { countVectors } from '#main/store/vectors'

/** Every space of a library with a title in a person's words, and of how many photos that are there it has a vector. */
export function describeSpaces(library: OpenLibrary): SpaceSummary[] {
  return spaces(library.db).map(space => describeSpace(library, space))
}

/** One of them. */
export function describeSpace({ db }: OpenLibrary, space: SpaceRow): SpaceSummary {
  return {
    ...space,
    photos: countVectors(db, space.id),
    title: space.run === null
      ? tapTitle(space.backbone, space.tap)
      : `Run ${space.run}`,
  }
}

function tapTitle(backbone: string, tap: string): string {
  const known = Object.values(backbones).find(({ id }) => id === backbone)
  const layer = (known && everyTap(known).find(({ id }) => id === tap)?.title) ?? tap
  return `${known?.title ?? backbone}, ${layer.toLowerCase()}`
}
