import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { ExportedPhoto, ExportSource, Written } from '#main/export/exporter'
import type { ExportFormat } from '#shared/contract/exports'
import type { RunId, SpaceId } from '#shared/domain/ids'
import { Unknown } from '#main/app/app-errors'
import { clustersOfMap } from '#main/app/clusters-of-map'
import { libraryOf } from '#main/app/core-context'
import { eachMatch } from '#main/app/each-match'
import { insideFolder } from '#main/app/inside-folder'
import { photoColumns } from '#main/app/photo-columns'
import { placeOutside } from '#main/app/place-outside'
import { folderOf, requireFolder } from '#main/app/require-folder'
import { runNetwork } from '#main/app/run-network'
import { shownProjection, spaceGiven } from '#main/app/show-space'
import { ExportFailed } from '#main/export/export-errors'
import { exporters } from '#main/export/table'
import { labelCounts } from '#main/store/labels'
import { photoPaths } from '#main/store/photos'
import { SilhouetteError } from '#shared/errors/silhouette-error'

/** What is to be written, where. */
export interface ExportOrder {
  format: string
  to: string
  /** For formats with vectors; default: the shown space. */
  space?: SpaceId
  /** For formats with a network; default: the shown run, or the last that was kept. */
  run?: RunId
}

/** The ways out, for a menu. */
export function exportFormats(): ExportFormat[] {
  return Object.values(exporters).map(({ id, title, sentence, to }) => ({ id, title, sentence, to }))
}

/** @throws UNKNOWN_FORMAT, UNKNOWN_SPACE, UNKNOWN_RUN, MODEL_MISSING, EXPORT_AMONG_PHOTOS, EXPORT_FAILED, FOLDER_AWAY where photos are to be copied */
export async function exportLibrary(core: CoreContext, { format, to, space, run }: ExportOrder): Promise<Required<Written> & { to: string }> {
  const exporter = exporters[format as keyof typeof exporters]
  if (!Object.hasOwn(exporters, format))
    throw new Unknown('format', format, Object.keys(exporters))
  const source = await sourceOf(core, space, run)
  const place = placeOutside(source.folder, to)
  try {
    return { gone: 0, ...await exporter.write(source, place), to: place }
  }
  catch (error) {
    if (error instanceof SilhouetteError)
      throw error
    // A photo that cannot be read because its drive is away is no fault of the place.
    const { path } = error as NodeJS.ErrnoException
    if (path !== undefined && insideFolder(source.folder, path) !== undefined)
      await requireFolder(source.folder)
    throw new ExportFailed(place, error)
  }
}

async function sourceOf(core: CoreContext, space: SpaceId | undefined, run: RunId | undefined): Promise<ExportSource> {
  const library = libraryOf(core)
  const folder = folderOf(library)
  const wanted = space === undefined
    ? undefined
    : spaceGiven(library, space)
  return {
    folder,
    photos: await exportedPhotos(core, library),
    labels: labelCounts(library.db).map(({ name, colour, photos, parent }, _, all) => ({ name, colour, photos, parent: all.find(label => label.id === parent)?.name ?? null })),
    vectors: () => library.vectorsOf(wanted ?? spaceGiven(library)),
    network: () => runNetwork(core, library, run),
  }
}

async function exportedPhotos(core: CoreContext, library: OpenLibrary): Promise<ExportedPhoto[]> {
  const names = new Map<number, string>(labelCounts(library.db).map(({ id, name }) => [id, name]))
  const { ids, labels, suggestions, confidences } = await photoColumns(library)
  const paths = new Map<number, string>((await photoPaths(library.db)).map(({ id, path }) => [id, path]))
  const photos = Array.from(ids, (id, i): ExportedPhoto => ({
    id,
    path: paths.get(id)!,
    label: names.get(labels[i]) ?? null,
    suggestion: names.get(suggestions[i]) ?? null,
    confidence: suggestions[i] ? confidences[i] : null,
    cluster: null,
    x: null,
    y: null,
  }))
  const map = shownProjection(library)
  if (map) {
    const { of } = await clustersOfMap(core, library)
    eachMatch(ids, map.photos, (at, from) => {
      Object.assign(photos[at], { cluster: of[from], x: map.xy[2 * from], y: map.xy[2 * from + 1] })
    })
  }
  return photos
}
