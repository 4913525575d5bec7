import type { CoreContext } from '#main/app/core-context'
import type { LibraryState, OpenedLibrary } from '#shared/contract/library'
import type { ProjectionId } from '#shared/domain/ids'
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { FolderEmpty, LibraryNotFound, LibraryOfOtherFolder } from '#main/app/app-errors'
import { backboneOf } from '#main/app/backbone-in-use'
import { libraryOf } from '#main/app/core-context'
import { startIndexing } from '#main/app/index-photos'
import { libraryOfFolder } from '#main/app/library-of-folder'
import { hasMoved } from '#main/app/moved-library'
import { OpenLibrary } from '#main/app/open-library'
import { recountLibrary, rememberLibrary } from '#main/app/recent-libraries'
import { shownSpace } from '#main/app/show-space'
import { stopSuggesting } from '#main/app/suggest-labels'
import { scanFolder } from '#main/photos/scan-folder'
import { countAssignments } from '#main/store/assignments'
import { countFailures } from '#main/store/failures'
import { countMissing, countPhotos } from '#main/store/photos'
import { setSetting, setting } from '#main/store/settings'
import { spaces } from '#main/store/spaces'
import { countVectors } from '#main/store/vectors'

/** Which folder is to be opened. */
export interface FolderToOpen {
  folder: string
  /** The library's file; default: the folder's usual one. */
  file?: string
  /** Whether what is new in the folder is indexed from now on. */
  index: boolean
}

/**
 * Opens the library of a folder, making it when there is none. A folder that cannot be a library leaves no file.
 * @throws FOLDER_NOT_FOUND, NOT_A_FOLDER, FOLDER_NOT_READABLE, FOLDER_EMPTY, LIBRARY_OF_OTHER_FOLDER and the LIBRARY_ codes of the store
 */
export async function openFolder(context: CoreContext, { folder, file, index }: FolderToOpen): Promise<OpenedLibrary> {
  const wanted = resolve(folder)
  await requirePhotos(wanted)
  return inTurn(context, async () => {
    const holder = resolve(file ?? await libraryOfFolder(context.home, wanted))
    let movedFrom: string | null = null
    if (context.library?.file !== holder || setting(context.library.db, 'folder') !== wanted) {
      const opened = await libraryOn(wanted, holder)
      movedFrom = opened.movedFrom
      await use(context, opened.library)
    }
    if (index && !context.tasks.underway('index'))
      startIndexing(context, { retry: false })
    return { ...libraryState(libraryOf(context)), movedFrom }
  })
}

/** Opens a library by its file, whether or not its photos can be reached. @throws LIBRARY_NOT_FOUND and the LIBRARY_ codes of the store */
export function openLibrary(context: CoreContext, file: string): Promise<LibraryState> {
  return inTurn(context, async () => {
    if (!existsSync(file))
      throw new LibraryNotFound(file)
    if (context.library?.file !== resolve(file))
      await use(context, new OpenLibrary(resolve(file)))
    return libraryState(libraryOf(context))
  })
}

/** Closes the open library; work under way is stopped first and loses nothing it had finished. */
export function closeLibrary(context: CoreContext): Promise<void> {
  return inTurn(context, () => letGo(context))
}

/** The open library in short. */
export function libraryState(library: OpenLibrary): LibraryState {
  const { db, file } = library
  const folder = setting(db, 'folder') ?? null
  const backbone = backboneOf(library)
  const own = spaces(db).find(space => space.run === null && space.backbone === backbone)
  return {
    file,
    folder,
    name: basename(folder ?? file, '.silhouette'),
    photos: countPhotos(db),
    embedded: own
      ? countVectors(db, own.id)
      : 0,
    failed: countFailures(db),
    unseen: library.unseen.length,
    missing: countMissing(db),
    labelled: countAssignments(db),
    backbone,
    space: shownSpace(library) ?? null,
    projection: (setting(db, 'projection') ?? null) as ProjectionId | null,
  }
}

/** The library of a folder in a file, which is made when there is none, and goes with its photos where they were moved. */
async function libraryOn(folder: string, file: string): Promise<{ library: OpenLibrary, movedFrom: string | null }> {
  const library = new OpenLibrary(file)
  const has = setting(library.db, 'folder')
  const movedFrom = has === undefined || has === folder ? null : has
  if (movedFrom !== null && !await hasMoved(library.db, movedFrom, folder)) {
    library.close()
    throw new LibraryOfOtherFolder(file, movedFrom, folder)
  }
  if (has !== folder)
    setSetting(library.db, 'folder', folder)
  return { library, movedFrom }
}

async function use(context: CoreContext, library: OpenLibrary): Promise<void> {
  await letGo(context)
  context.library = library
  const { file, folder, name, photos } = libraryState(library)
  // A full disk, or a list that may not be written, keeps nobody from a library that can be opened.
  await rememberLibrary(context.home, { file, folder, name, photos, openedAt: Date.now() }).catch(() => {})
  context.changes.tell('library', 'photos', 'map', 'labels', 'suggestions', 'runs')
}

function letGo(context: CoreContext): Promise<void> {
  return context.tasks.close(async () => {
    await stopSuggesting(context)
    if (context.library)
      await countAtEnd(context, context.library).catch(() => {})
    context.library?.close()
    context.library = undefined
  })
}

/** Photos came while it was open: of a new library, all of them. */
async function countAtEnd({ home }: CoreContext, { db, file }: OpenLibrary): Promise<void> {
  await recountLibrary(home, file, countPhotos(db))
}

const turns = new WeakMap<CoreContext, Promise<unknown>>()

/** Opens and closes one library after another: two at once would each let go of the same one, and leave one open for good. */
function inTurn<T>(context: CoreContext, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(context) ?? Promise.resolve()).then(work)
  turns.set(context, turn.catch(() => {}))
  return turn
}

async function requirePhotos(folder: string): Promise<void> {
  for await (const found of scanFolder(folder)) {
    if (found.length > 0)
      return
  }
  throw new FolderEmpty(folder)
}
