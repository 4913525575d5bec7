import type { ExportedPhoto, Exporter } from '#main/export/exporter'
import { writeFileWhole } from '#main/export/write-file-whole'

const columns = [
  'path',
  'label',
  'suggestion',
  'confidence',
  'cluster',
  'x',
  'y',
] as const satisfies (keyof ExportedPhoto)[]

/** One row a photo, RFC 4180 with a newline after each row. */
export const csv: Exporter = {
  id: 'csv',
  title: 'Table (CSV)',
  sentence: 'One row a photo with its label, suggestion, group and place on the map; opens in any spreadsheet.',
  to: { kind: 'file', ending: '.csv' },
  async write({ photos }, to) {
    await writeFileWhole(to, rows(photos))
    return { written: photos.length }
  },
}

function* rows(photos: ExportedPhoto[]): Generator<string> {
  yield `${columns.join(',')}\n`
  const atATime = 1_000
  for (let from = 0; from < photos.length; from += atATime)
    yield photos.slice(from, from + atATime).map(photo => `${columns.map(column => field(photo[column])).join(',')}\n`).join('')
}

function field(value: string | number | null): string {
  if (value === null)
    return ''
  const text = typeof value === 'number'
    ? String(Number(value.toPrecision(7)))
    : value
  return /[",\n\r]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}
