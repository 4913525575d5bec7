import type { LibraryChange } from '#shared/contract/library'
import { inject } from 'vue'
import { watchAnswering } from '../client/watch-answering'
import { watchLibrary } from '../client/watch-library'
import { useActs } from './acts'
import { useConnection } from './connection'
import { useFind } from './find'
import { useLabels } from './labels'
import { useLibrary } from './library'
import { useMap } from './map'
import { useNotices } from './notices'
import { usePhotos } from './photos'
import { useQueue } from './queue'
import { useRuns } from './runs'
import { useSecondMap } from './second-map'
import { useSelection } from './selection'
import { useTasks } from './tasks'
import { connectionKey } from './use-core'
import { picturesKey } from './use-pictures'
import { useView } from './view'

/** Keeps every store true to the core until aborted: each asks again when something it shows has changed. */
export function useFollowing(signal: AbortSignal): void {
  const way = inject(connectionKey)!
  const pictures = inject(picturesKey)!
  const connection = useConnection()
  const acts = useActs()
  const library = useLibrary()
  const tasks = useTasks()
  const photos = usePhotos()
  const map = useMap()
  const second = useSecondMap()
  const labels = useLabels()
  const runs = useRuns()
  const find = useFind()
  const queue = useQueue()
  const selection = useSelection()
  const view = useView()
  const notices = useNotices()
  let shownFile: string | null = null

  void watchLibrary(way, {
    state: (state) => {
      connection.state = state
    },
    begun: () => refreshAll(),
    changed,
  }, signal)
  void watchAnswering(() => way.core.system.alive(), busy => void (connection.busy = busy), signal)

  async function changed(change: LibraryChange): Promise<void> {
    switch (change.kind) {
      case 'library':
        await ask(library.refresh)
        return await afterLibrary()
      case 'photos':
        return void await Promise.all([
          ask(photos.refresh),
          ask(library.refresh),
        ])
      case 'map':
        return void await Promise.all([
          ask(photos.refresh),
          ask(map.refresh),
          ask(second.refresh),
          ask(library.refresh),
        ])
      case 'labels':
        return void await Promise.all([
          ask(photos.refreshLabels),
          ask(labels.refresh),
          ask(library.refresh),
        ])
      case 'suggestions':
        return void await Promise.all([
          ask(photos.refreshLabels),
          ask(labels.refresh),
        ])
      case 'runs':
        return void await ask(runs.refresh)
      case 'task': {
        tasks.apply(change.task)
        const { kind, state, result } = change.task
        if (kind === 'learn' && state === 'done' && typeof result?.run === 'number') {
          await ask(runs.refresh)
          runs.news = result.run
        }
      }
    }
  }

  /** Another library is shown: nothing of the last one may stay. */
  async function afterLibrary(): Promise<void> {
    const file = library.current?.file ?? null
    if (file === shownFile)
      return
    shownFile = file
    for (const store of [
      photos,
      map,
      second,
      labels,
      runs,
      queue,
      find,
      selection,
      view,
    ])
      store.clear()
    pictures.forgetAll()
    await refreshContent()
  }

  async function refreshAll(): Promise<void> {
    await ask(library.refresh)
    await acts.sendKept()
    const before = shownFile
    await afterLibrary()
    if (before === shownFile)
      await refreshContent()
  }

  async function refreshContent(): Promise<void> {
    if (!library.current)
      return await ask(tasks.refresh)
    await Promise.all([
      ask(photos.refresh),
      ask(map.refresh),
      ask(second.refresh),
      ask(labels.refresh),
      ask(tasks.refresh),
      ask(runs.refresh),
    ])
  }

  /** Asks once more; where the core can't be reached the watch says so, and asks again when it can. */
  async function ask(refresh: () => Promise<void>): Promise<void> {
    try {
      await refresh()
    }
    catch (error) {
      if (connection.state === 'open' && !(error instanceof TypeError))
        notices.showFailure(error)
    }
  }
}
