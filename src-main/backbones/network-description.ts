import type { OnnxModel } from '#main/graph/protobuf/model'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ModelDescriptionInvalid } from '#main/backbones/model-description-invalid'

const channels = z.tuple([
  z.number(),
  z.number(),
  z.number(),
])

/** A tensor that is tapped, as `Tap` has it. */
const tap = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be of small letters, digits and hyphens'),
  title: z.string().min(1),
  columns: z.int().positive(),
  tensor: z.strictObject({ name: z.string().min(1), spatial: z.boolean() }),
  flat: z.strictObject({ count: z.int().positive(), name: z.string().min(1) }).optional(),
})

/** What may be said of an added network in `NAME.json` beside `NAME.onnx`, or within the file; each is optional. */
const networkDescription = z.strictObject({
  title: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
  source: z.string().min(1).optional(),
  /** Pixels that the shorter side is scaled to before the middle is taken; of photos smaller than that more is taken, up to the whole (`decode-photo.ts`). */
  resize: z.int().positive().optional(),
  /** The side of that middle, for a network that takes pictures of any size. */
  crop: z.int().positive().optional(),
  /** In units of the whole range of a channel: `(value / 255 − mean) / deviation`. */
  mean: channels.optional(),
  deviation: channels.refine(values => values.every(value => value > 0), 'must be above 0').optional(),
  /** A JSON list of the class names, in a file beside. */
  namesFile: z.string().regex(/^[^/\\]+\.json$/, 'must name a JSON file beside the network').optional(),
  /** Where structure does not tell: the class scores, and the layers to tap. */
  classes: z.strictObject({ count: z.int().positive(), tensor: z.string().min(1) }).optional(),
  taps: z.array(tap).min(1).optional(),
  /** The tap that photos are first seen by; one of `taps`. */
  defaultTap: z.string().optional(),
}).refine(({ taps = [], defaultTap }) => defaultTap === undefined || taps.some(({ id }) => id === defaultTap), {
  path: ['defaultTap'],
  error: 'must be one of the taps',
})

export type NetworkDescription = z.infer<typeof networkDescription>

/** Under this key a network that was made here carries its description in the file itself. */
export const descriptionKey = 'silhouette'

/**
 * The description of a network: the file beside it, or else what the network carries; empty where there is neither.
 * @throws MODEL_DESCRIPTION_INVALID
 */
export async function readNetworkDescription(file: string, { metadata }: Pick<OnnxModel, 'metadata'>): Promise<NetworkDescription> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return metadata[descriptionKey] ?? '{}'
    throw error
  })
  let described: unknown
  try {
    described = JSON.parse(text)
  }
  catch {
    throw new ModelDescriptionInvalid(file, 'it is not JSON')
  }
  const parsed = networkDescription.safeParse(described)
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues
    throw new ModelDescriptionInvalid(file, `${path.join('.') || 'the whole'}: ${message}`)
  }
  return parsed.data
}
