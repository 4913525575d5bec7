import { resolve } from 'node:path'
import { insideFolder } from '#main/app/inside-folder'
import { ExportAmongPhotos } from '#main/export/export-errors'

/** Where something is to be written, absolute, once it is sure not to be among the photos of a folder. @throws EXPORT_AMONG_PHOTOS */
export function placeOutside(folder: string, to: string): string {
  const place = resolve(to)
  if (insideFolder(folder, place) !== undefined)
    throw new ExportAmongPhotos(place, folder)
  return place
}
