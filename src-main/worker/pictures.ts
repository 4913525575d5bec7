import type { PictureJobs } from '#main/app/picture-jobs'
import { decodeHeic } from '#main/photos/decode-heic'
import { serveJobs } from '#main/threads/serve-jobs'

serveJobs<PictureJobs>({
  decodeHeic: ({ bytes }) => decodeHeic(bytes),
})
