import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ModelDescriptionInvalid } from '#main/backbones/model-description-invalid'

const channels = z.tuple([
  z.number(),
  z.number(),
  z.number(),
])

/** What the user may say of an added network in `NAME.json` beside `NAME.onnx`; each is optional. */
const networkDescription = z.strictObject({
  title: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
  source: z.string().min(1).optional(),
  /** Pixels that the shorter side is scaled to before the middle is taken. */
  resize: z.int().positive().optional(),
  /** In units of the whole range of a channel: `(value / 255 − mean) / deviation`. */
  mean: channels.optional(),
  deviation: channels.refine(values => values.every(value => value > 0), 'must be above 0').optional(),
  /** A JSON list of the class names, in a file beside. */
  namesFile: z.string().regex(/^[^/\\]+\.json$/, 'must name a JSON file beside the network').optional(),
})

export type NetworkDescription = z.infer<typeof networkDescription>

/**
 * Reads the description beside a network; empty where there is none.
 * @throws MODEL_DESCRIPTION_INVALID
 */
export async function readNetworkDescription(file: string): Promise<NetworkDescription> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  }
  catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return {}
    throw error
  }
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
