import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatePhotos } from '#tests/fixtures/generate-photos'

/** Real photos to measure on, where this checkout has some beside it: sub-folders are their true groups. */
const sets = join(import.meta.dirname, '../../../shared/data')

/** A folder of photos for a benchmark: a set of real ones where there is one, else drawn ones; and a place for libraries. */
export async function photoFolder(set: 'photos' | 'cifar10-sample' = 'photos'): Promise<{ photos: string, real: boolean, scratch: string, clean: () => Promise<void> }> {
  const scratch = await mkdtemp(join(tmpdir(), 'silhouette-bench-'))
  const clean = (): Promise<void> => rm(scratch, { recursive: true, force: true })
  const real = join(sets, set)
  if (existsSync(real)) {
    return {
      photos: real,
      real: true,
      scratch,
      clean,
    }
  }
  const photos = join(scratch, 'photos')
  await generatePhotos(photos, { each: 60 })
  return { photos, real: false, scratch, clean }
}
