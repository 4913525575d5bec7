import type { Core } from '#shared/contract/contract'
import type { RecentLibrary } from '#shared/contract/library'

/** The library a core works on: enough to open it again in the core that takes its place. */
export interface OpenedLibrary {
  /** The folder of photos. */
  folder?: string
  /** The library's own file; left out: the folder's usual one. */
  library?: string
}

/**
 * Opens what a host was asked to open; nothing, when it was asked for nothing. A library whose folder is away (a
 * drive that is not plugged in) is opened without it.
 */
export async function openLibrary(core: Core, { folder, library }: OpenedLibrary): Promise<void> {
  if (folder === undefined && library === undefined)
    return
  if (folder === undefined) {
    await core.library.openFile({ file: library! })
    return
  }
  try {
    await core.library.open({ folder, file: library })
  }
  catch (error) {
    if (library === undefined || !isAway(error))
      throw error
    await core.library.openFile({ file: library })
  }
}

/**
 * Goes on telling which library is open, from now until the core closes or the signal fires, so that whoever keeps
 * the core alive can open the same one in the next core.
 */
export async function followLibrary(
  core: Core,
  onChange: (opened: OpenedLibrary, recent: RecentLibrary[]) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const change of await core.library.watch(undefined, { signal })) {
      if (change.kind !== 'library')
        continue
      const state = await core.library.current(undefined, { signal })
      onChange(
        state
          ? { folder: state.folder ?? undefined, library: state.file }
          : {},
        await core.library.recent(undefined, { signal }),
      )
    }
  }
  catch (error) {
    if (!signal.aborted)
      throw error
  }
}

function isAway(error: unknown): boolean {
  return (error as { code?: string }).code === 'FOLDER_NOT_FOUND'
}
