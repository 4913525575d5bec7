import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceSummary } from '#shared/contract/common'
import { everyTap } from '#main/backbones/every-tap'
import { backbones } from '#main/backbones/table'
import { spaces } from '#main/store/spaces'

/** Every space of a library with a title in a person's words. */
export function describeSpaces({ db }: OpenLibrary): SpaceSummary[] {
  return spaces(db).map(space => ({
    ...space,
    title: space.run === null
      ? tapTitle(space.backbone, space.tap)
      : `Run ${space.run}`,
  }))
}

function tapTitle(backbone: string, tap: string): string {
  const known = Object.values(backbones).find(({ id }) => id === backbone)
  const layer = (known && everyTap(known).find(({ id }) => id === tap)?.title) ?? tap
  return `${known?.title ?? backbone}, ${layer.toLowerCase()}`
}
