import sharp from 'sharp'

const background = 128

/**
 * Lays thumbnails out on one square page for the map's textures: tile i is in column `i % across` of row
 * `floor(i / across)`, cropped to fill its cell. A missing or damaged tile is left grey, as is what follows the last.
 * @param tiles encoded thumbnails, at most across²
 * @param cell side of a tile, in pixels
 * @returns a JPEG of across·cell × across·cell px
 */
export async function composeAtlasPage(tiles: readonly (Uint8Array | undefined)[], cell: number, across: number): Promise<Buffer> {
  if (tiles.length > across * across)
    throw new RangeError(`${tiles.length} tiles do not fit on a page of ${across} × ${across}.`)
  const side = across * cell
  const page = new Uint8Array(side * side * 3).fill(background)
  let next = 0
  // Each is decoded on one of libuv's four threads, so more than a few at a time only wait.
  const takeTurns = async (): Promise<void> => {
    while (next < tiles.length) {
      const at = next++
      const tile = tiles[at]
      const pixels = tile && await cellPixels(tile, cell)
      if (pixels)
        blit(pixels, cell, page, side, (at % across) * cell, Math.floor(at / across) * cell)
    }
  }
  await Promise.all(Array.from({ length: 6 }, takeTurns))
  return sharp(page, {
    raw: { width: side, height: side, channels: 3 },
  }).jpeg({ quality: 80, optimiseCoding: false }).toBuffer()
}

/** `[cell, cell, 3]`; undefined where the tile cannot be decoded. */
async function cellPixels(tile: Uint8Array, cell: number): Promise<Uint8Array | undefined> {
  try {
    return await sharp(tile).resize({
      width: cell,
      height: cell,
      fit: 'cover',
      kernel: 'linear',
    }).toColourspace('srgb').removeAlpha().raw().toBuffer()
  }
  catch {
    return undefined
  }
}

function blit(from: Uint8Array, side: number, page: Uint8Array, pageSide: number, left: number, top: number): void {
  for (let row = 0; row < side; row++)
    page.set(from.subarray(row * side * 3, (row + 1) * side * 3), ((top + row) * pageSide + left) * 3)
}
