import type { CoreContext } from '#main/app/core-context'
import type { LibraryState } from '#shared/contract/library'
import type { ProjectionId } from '#shared/domain/ids'
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { FolderEmpty, LibraryNotFound, LibraryOfOtherFolder } from '#main/app/app-errors'
import { backboneOf } from '#main/app/backbone-in-use'
import { libraryFileFor } from '#main/app/home'
import { OpenLibrary } from '#main/app/open-library'
import { rememberLibrary } from '#main/app/recent-libraries'
import { stopSuggesting } from '#main/app/suggest-labels'
import { scanFolder } from '#main/photos/scan-folder'
import { countAssignments } from '#main/store/assignments'
import { countFailures } from '#main/store/failures'
import { countMissing, countPhotos } from '#main/store/photos'
import { spaceOfProjection } from '#main/store/projections'
import { setSetting, setting } from '#main/store/settings'
import { spaces } from '#main/store/spaces'

/**
 * Opens the library of a folder, making it when there is none. A folder that cannot be a library leaves no file.
 * @throws FOLDER_NOT_FOUND, NOT_A_FOLDER, FOLDER_NOT_READABLE, FOLDER_EMPTY, LIBRARY_OF_OTHER_FOLDER and the LIBRARY_ codes of the store
 */
export async function openFolder(context: CoreContext, folder: string, file = libraryFileFor(context.home, folder)): Promise<LibraryState> {
  const wanted = resolve(folder)
  await requirePhotos(wanted)
  if (context.library?.file === resolve(file) && setting(context.library.db, 'folder') === wanted)
    return libraryState(context.library)
  const library = new OpenLibrary(resolve(file))
  const has = setting(library.db, 'folder')
  if (has !== undefined && has !== wanted) {
    library.close()
    throw new LibraryOfOtherFolder(file, has, wanted)
  }
  if (has === undefined)
    setSetting(library.db, 'folder', wanted)
  return use(context, library)
}

/** Opens a library by its file, whether or not its photos can be reached. @throws LIBRARY_NOT_FOUND and the LIBRARY_ codes of the store */
export async function openLibrary(context: CoreContext, file: string): Promise<LibraryState> {
  if (!existsSync(file))
    throw new LibraryNotFound(file)
  if (context.library?.file === resolve(file))
    return libraryState(context.library)
  return use(context, new OpenLibrary(resolve(file)))
}

/** Closes the open library; work under way is stopped first and loses nothing it had finished. */
export async function closeLibrary(context: CoreContext): Promise<void> {
  await context.tasks.close()
  await stopSuggesting(context)
  context.library?.close()
  context.library = undefined
}

/** The open library in short. */
export function libraryState(library: OpenLibrary): LibraryState {
  const { db, file } = library
  const folder = setting(db, 'folder') ?? null
  const projection = (setting(db, 'projection') ?? null) as ProjectionId | null
  const known = spaces(db)
  const backbone = backboneOf(library)
  return {
    file,
    folder,
    name: basename(folder ?? file, '.silhouette'),
    photos: countPhotos(db),
    embedded: known.find(space => space.run === null && space.backbone === backbone)?.photos ?? 0,
    failed: countFailures(db),
    missing: countMissing(db),
    labelled: countAssignments(db),
    backbone,
    space: projection === null
      ? null
      : spaceOfProjection(db, projection) ?? null,
    projection,
  }
}

async function use(context: CoreContext, library: OpenLibrary): Promise<LibraryState> {
  await closeLibrary(context)
  context.library = library
  const state = libraryState(library)
  await rememberLibrary(context.home, {
    file: state.file,
    folder: state.folder,
    name: state.name,
    photos: state.photos,
    openedAt: Date.now(),
  })
  context.changes.tell('library', 'photos', 'map', 'labels', 'suggestions', 'runs')
  return state
}

async function requirePhotos(folder: string): Promise<void> {
  for await (const found of scanFolder(folder)) {
    if (found.length > 0)
      return
  }
  throw new FolderEmpty(folder)
}
