/** Pixels of one photo, `[height, width, 4]` uint8: red, green, blue, alpha. */
export interface RgbaPixels {
  width: number
  height: number
  values: Uint8Array
}

/** What turns the bytes of an HEVC HEIC into pixels: this, or a thread that runs it. */
export type HeicDecoder = (bytes: Uint8Array) => Promise<RgbaPixels>

/** The decoding under way: one after another, as each blocks the thread and takes its memory. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Decodes the first picture of an HEIC file, which sharp's own build cannot, upright and in the colours of its profile.
 * It is libheif in WebAssembly and blocks its thread for half a second for each ten million pixels.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<RgbaPixels> {
  const next = last.catch(() => {}).then(() => decodeQuietly(bytes))
  last = next
  return next
}

/** libheif prints its failures on the standard output, which belongs to what a command answers; it throws them too. */
async function decodeQuietly(bytes: Uint8Array): Promise<RgbaPixels> {
  // Loaded when first needed: its WebAssembly takes a tenth of a second to compile.
  const { default: decode } = await import('heic-decode')
  const print = console.log
  console.log = (...words: unknown[]) => {
    if (!/^(?:Could not|Decoding image failed|Error loading image|No images found)/.test(String(words[0])))
      print(...words)
  }
  try {
    const { width, height, data } = await decode({ buffer: bytes })
    return {
      width,
      height,
      values: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    }
  }
  finally {
    console.log = print
  }
}
