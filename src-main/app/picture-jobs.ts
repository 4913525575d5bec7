import type { RgbaPixels } from '#main/photos/decode-heic'
import type { Job } from '#main/threads/message'

/** What the thread for pictures can do: decoders that block. Whatever sharp decodes, it decodes on threads of its own. */
export interface PictureJobs extends Record<string, Job<any, any, any>> {
  /** The first picture of an HEVC HEIC. */
  decodeHeic: Job<{ bytes: Uint8Array }, never, RgbaPixels>
}
