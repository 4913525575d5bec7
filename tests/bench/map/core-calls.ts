import type { MadeLibrary } from '#tests/bench/map/made-library'
import process from 'node:process'
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises'
import { openCore } from '#main/app/open-core'
import { blobOf } from '#shared/contract/blobs'

/** What a call of the page costs the core. */
export interface CoreCall {
  name: string
  /** Until it is answered, ms. */
  answerMs: number
  /** The longest turn of the core's event loop meanwhile, ms of its thread's own time: what else runs on the machine adds nothing. */
  blockedMs: number
  /** All turns together. */
  ownMs: number
}

/** The calls a page makes when it opens, when all photos are labelled, and when that is taken back. */
export async function coreCalls({ file, photos, spaces }: MadeLibrary, home: string): Promise<CoreCall[]> {
  const core = await openCore({ home })
  const { client } = core
  const calls: CoreCall[] = []
  const call = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    await setTimeout(300)
    const turns = watchTurns()
    const start = performance.now()
    await work()
    const answerMs = performance.now() - start
    calls.push({ name, answerMs, ...await turns.end() })
  }
  try {
    const all = blobOf(Uint32Array.from({ length: photos }, (_, at) => at + 1))
    const name = 'All'
    await call('open', () => client.library.openFile({ file }))
    await call('library', () => client.library.current())
    await call('labels', () => client.labels.list())
    await call('columns', () => client.photos.columns())
    await call('map', () => client.map.current())
    await call('spaces', () => client.map.spaces())
    await call('groups', () => client.map.clusters({}))
    await call('atlas page', () => client.photos.atlas({ page: 0, cell: photos > 8192 ? 32 : 64 }))
    await call('label all', () => client.labels.assign({ photos: all, label: { name } }))
    await call('columns, labelled', () => client.photos.columns())
    await call('labels, labelled', () => client.labels.list())
    await call('library, labelled', () => client.library.current())
    await call('undo', () => client.labels.undo())
    await call('redo', () => client.labels.redo())
    await call('undo again', () => client.labels.undo())
    await call('other map', () => client.map.show({ space: spaces[1] }))
    await call('first map', () => client.map.show({ space: spaces[0] }))
    return calls
  }
  finally {
    await core.close()
  }
}

/** Turns the event loop as fast as it goes, and keeps the longest turn. */
function watchTurns(): { end: () => Promise<Pick<CoreCall, 'blockedMs' | 'ownMs'>> } {
  const over = new AbortController()
  const first = ownTime()
  const turning = (async () => {
    let longest = 0
    while (!over.signal.aborted) {
      const begun = ownTime()
      await nextTurn()
      longest = Math.max(longest, ownTime() - begun)
    }
    return longest
  })()
  return {
    end: async () => {
      over.abort()
      return { blockedMs: await turning, ownMs: ownTime() - first }
    },
  }
}

/** Ms this thread has computed. */
function ownTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
