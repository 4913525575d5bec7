import type { Exporter } from '#main/export/exporter'
import { join } from 'node:path'
import { npy } from '#main/export/npy'
import { writeFileWhole } from '#main/export/write-file-whole'

/** The vectors of a space for NumPy, and whose they are. */
export const vectors: Exporter = {
  id: 'vectors',
  title: 'Vectors (NumPy)',
  sentence: 'The numbers behind the map: vectors.npy, one row a photo, and paths.txt with the photos in the same order.',
  to: { kind: 'folder' },
  async write({ photos, vectors }, to) {
    const paths = new Map(photos.map(({ id, path }) => [id, path]))
    const space = await vectors()
    await writeFileWhole(join(to, 'vectors.npy'), npy(space.vectors))
    await writeFileWhole(join(to, 'paths.txt'), Array.from(space.photos, id => `${paths.get(id)}\n`))
    return { written: space.photos.length }
  },
}
