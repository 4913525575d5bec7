/** Those of some photos that a search has found: all of them where nothing is looked for. */
export function foundAmong(photos: Uint32Array, found: Uint32Array | null): Uint32Array {
  if (!found)
    return photos
  const among = new Set(found)
  return photos.filter(photo => among.has(photo))
}
