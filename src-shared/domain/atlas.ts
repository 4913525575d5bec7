/** Thumbnails of one atlas page: 32 rows of 32. */
export const atlasAcross = 32
export const atlasCells = atlasAcross * atlasAcross

/** The atlas page and cell of a photo: ids count up from 1, so a photo keeps its cell for good. */
export function atlasCellOf(photo: number): { page: number, cell: number } {
  return {
    page: Math.floor((photo - 1) / atlasCells),
    cell: (photo - 1) % atlasCells,
  }
}
