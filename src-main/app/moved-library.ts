import type { Database } from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { somePhotos } from '#main/store/photos'

/** Photos that are looked for at the new place, and how many of them must be there. */
const asked = 64
const enough = 3 / 4

/**
 * Whether the photos of a library lie in another folder now: theirs is gone, from a drive that is here, and most of some
 * photos asked for have the same path and size in the other.
 */
export async function hasMoved(db: Database, from: string, to: string): Promise<boolean> {
  if (existsSync(from) || !existsSync(dirname(from)))
    return false
  const photos = somePhotos(db, asked)
  const there = await Promise.all(photos.map(async ({ path, bytes }) => {
    const { size } = await stat(join(to, path)).catch(() => ({ size: -1 }))
    return size === bytes
  }))
  return there.some(Boolean) && there.filter(Boolean).length >= enough * photos.length
}
