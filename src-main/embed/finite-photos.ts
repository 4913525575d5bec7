import type { DecodedBatch } from '#main/embed/decode-batches'
import type { EmbeddedBatch } from '#main/embed/embedder'
import type { FailedPhoto } from '#main/embed/photo-batch'
import type { Matrix } from '#main/matrix/matrix'
import { PhotoNotEmbedded } from '#main/embed/photo-not-embedded'
import { rowOf, takeRows } from '#main/matrix/matrix'

/** The photos of a batch that every tap answers with finite numbers, and the others as failed ones. */
export function finitePhotos(photos: DecodedBatch['photos'], { taps, scores }: EmbeddedBatch): { photos: DecodedBatch['photos'], embedded: EmbeddedBatch, failed: FailedPhoto[] } {
  const all = Object.values(taps)
  const rows = Array.from(photos.keys()).filter(row => all.every(tap => rowOf(tap, row).every(Number.isFinite)))
  if (rows.length === photos.length)
    return { photos, embedded: { taps, scores }, failed: [] }
  const kept = new Set(rows)
  const taken = (of: Matrix): Matrix => takeRows(of, rows)
  return {
    photos: rows.map(row => photos[row]),
    embedded: {
      taps: Object.fromEntries(Object.entries(taps).map(([id, tap]) => [id, taken(tap)])),
      scores: scores && taken(scores),
    },
    failed: photos.filter((_, row) => !kept.has(row)).map(({ id, file }) => {
      const { code, message } = new PhotoNotEmbedded(file)
      return { id, code, message }
    }),
  }
}
