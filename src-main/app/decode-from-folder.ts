import type { CoreContext } from '#main/app/core-context'
import { openOptions } from '#main/app/core-context'
import { requireFolder } from '#main/app/require-folder'
import { decodePhoto } from '#main/photos/decode-photo'

/** Decodes a photo of a library's folder; one that cannot be read because the folder is away is not blamed for it. @throws FOLDER_AWAY, and what `decodePhoto` throws */
export async function decodeFromFolder(core: CoreContext, folder: string, file: string, preprocessing: Parameters<typeof decodePhoto>[1]): ReturnType<typeof decodePhoto> {
  try {
    return await decodePhoto(file, preprocessing, openOptions(core))
  }
  catch (error) {
    await requireFolder(folder)
    throw error
  }
}
