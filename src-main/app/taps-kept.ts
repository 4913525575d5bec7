import type { OpenLibrary } from '#main/app/open-library'
import type { Backbone } from '#main/backbones/backbone'
import { everyTap } from '#main/backbones/every-tap'
import { spaces } from '#main/store/spaces'
import { countVectors } from '#main/store/vectors'

/** The layers whose spaces a library has: a photo that comes belongs on their maps too. */
export function tapsKept({ db }: OpenLibrary, backbone: Backbone): string[] {
  const known = new Set(everyTap(backbone).map(({ id }) => id))
  const own = spaces(db).filter(space => space.run === null && space.backbone === backbone.id && countVectors(db, space.id) > 0)
  return own.map(({ tap }) => tap).filter(tap => known.has(tap))
}
