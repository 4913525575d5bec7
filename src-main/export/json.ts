import type { Exporter } from '#main/export/exporter'
import { writeFileWhole } from '#main/export/write-file-whole'

/** The whole labelling as one object: `{folder, labels, photos}`. */
export const json: Exporter = {
  id: 'json',
  title: 'JSON',
  sentence: 'Everything about labels, suggestions and the map in one file for programs.',
  to: { kind: 'file', ending: '.json' },
  async write({ folder, labels, photos }, to) {
    await writeFileWhole(to, `${JSON.stringify({
      folder,
      labels,
      photos: photos.map(({ id, ...photo }) => photo),
    }, null, 1)}\n`)
    return { written: photos.length }
  },
}
