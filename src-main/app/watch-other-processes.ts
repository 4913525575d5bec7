import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'

const everyMs = 250

/**
 * Notices when another process, such as the command line, wrote to the open library, and tells everyone. SQLite counts
 * the commits of other connections in `data_version`, so looking costs next to nothing.
 * @returns how to stop
 */
export function watchOtherProcesses(core: CoreContext): () => void {
  let seen: { file: string, version: number } | undefined
  const look = (): void => {
    const { library } = core
    if (!library?.db.open) {
      seen = undefined
      return
    }
    const version = versionOf(library)
    if (version === undefined)
      return
    if (seen?.file === library.file && seen.version !== version) {
      library.forgetVectors()
      core.changes.tell('library', 'photos', 'map', 'labels', 'suggestions', 'runs')
    }
    seen = { file: library.file, version }
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Undefined where the file cannot be read just now, as when its drive is away: the next look may find it again. */
function versionOf({ db }: OpenLibrary): number | undefined {
  try {
    return db.pragma('data_version', { simple: true }) as number
  }
  catch {
    return undefined
  }
}
