import { atlasAcross } from '#shared/domain/atlas'
import { arrayTextureBytes } from './array-texture'

/** How the atlas is kept: px of a thumbnail's side in the texture, and pages that fit in at once. */
export interface AtlasLayout {
  cell: 16 | 32 | 64
  layers: number
}

export const atlasBudget = 192 * 2 ** 20

/** Versions down to a thumbnail of 4 px: below that photos are dots. */
export function atlasLevels(cell: number): number {
  return Math.log2(cell) - 1
}

/**
 * The finest thumbnails with which all `pages` fit into `budget` bytes, with room for a few more pages; where not even
 * the coarsest fit, as many pages of those as do.
 */
export function atlasLayout(pages: number, budget: number, mostLayers: number): AtlasLayout {
  for (const cell of [64, 32, 16] as const) {
    const fit = Math.min(mostLayers, Math.floor(budget / arrayTextureBytes(cell * atlasAcross, 1, atlasLevels(cell))))
    if (pages <= fit || cell === 16) {
      return {
        cell,
        layers: Math.min(fit, Math.max(1, pages + Math.floor(pages / 4))),
      }
    }
  }
  throw new RangeError('unreachable')
}
