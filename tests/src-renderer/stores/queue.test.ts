import type { Core } from '#shared/contract/contract'
import type { PhotoColumns } from '../../../src-renderer/stores/photos'
import { setImmediate } from 'node:timers/promises'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { blobOf } from '#shared/contract/blobs'
import { useLabels } from '../../../src-renderer/stores/labels'
import { usePhotos } from '../../../src-renderer/stores/photos'
import { useQueue } from '../../../src-renderer/stores/queue'
import { useSelection } from '../../../src-renderer/stores/selection'
import { connectionKey } from '../../../src-renderer/stores/use-core'
import { useView } from '../../../src-renderer/stores/view'

const labelled: { photos: number[], label: number }[] = []
let proposed: { photos: number[], guess: number }[] = []
let proposesAfter = 0
let told: PhotoColumns

async function passed(ms: number): Promise<true> {
  return new Promise(resolve => setTimeout(resolve, ms, true))
}

/** A core with two labels, 7 and 8, of which it knows what a test says. */
const core = {
  labels: {
    propose: async () => await passed(proposesAfter) && proposed.map(({ photos, guess }) => ({ photos: blobOf(Uint32Array.from(photos)), guess, why: 'Unsure.' })),
    assign: async ({ photos, label }: { photos: Blob, label: { id: number } }) => {
      labelled.push({ photos: [...new Uint32Array(await photos.arrayBuffer())], label: label.id })
      return {}
    },
    list: async () => ({
      labels: [7, 8].map(id => ({ id, name: `label ${id}`, parent: null, colour: '#000000', photos: 0, suggested: 0 })),
      labelled: 0,
      actions: 0,
      undo: null,
      redo: null,
      undoCall: null,
      redoCall: null,
    }),
  },
  photos: {
    columns: async () => Object.fromEntries(Object.entries(told).map(([name, column]) => [name, blobOf(column)])),
    gone: async () => [],
  },
} as unknown as Core

describe('the queue', () => {
  let queue: ReturnType<typeof useQueue>
  let view: ReturnType<typeof useView>

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    labelled.length = 0
    proposesAfter = 0
    proposed = [{ photos: [1, 2, 3], guess: 7 }, { photos: [4, 5], guess: 7 }]
    told = {
      ids: Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      labels: new Uint32Array(8),
      suggestions: Uint32Array.of(7, 7, 7, 7, 7, 8, 8, 8),
      confidences: Float32Array.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.9, 0.9),
      aspects: new Float32Array(8).fill(1),
      versions: new Uint32Array(8),
    }
    const app = createApp({}).provide(connectionKey, { core, onCut: () => () => {} }).use(createPinia())
    app.runWithContext(() => {
      queue = useQueue()
      view = useView()
    })
    await wait(500, [useLabels().refresh(), usePhotos().refresh()])
  })

  afterEach(() => vi.useRealTimers())

  it('opens with its first row at hand, though others were there before the proposals came', async () => {
    expect(queue.rows.map(row => row.kind)).toEqual(['suggested'])
    await open()
    expect(queue.rows).toHaveLength(3)
    expect(queue.at).toBe(0)
    expect([...useSelection().photos]).toEqual([1, 2, 3])
  })

  it('puts what helps most first, also where finding that takes long', async () => {
    proposesAfter = 3000
    await open()
    await wait(2000)
    expect(queue.rows.map(row => row.kind)).toEqual(['suggested'])
    await wait(1500)
    expect(queue.rows.map(row => row.kind)).toEqual(['unsure', 'unsure', 'suggested'])
    expect(queue.at).toBe(0)
  })

  it('opens with its first row at hand wherever one was when it was closed', async () => {
    await open()
    queue.move(1)
    await wait(1000)
    expect(queue.at).toBe(1)
    view.queue = false
    await wait(100)
    await open()
    expect(queue.at).toBe(0)
  })

  it('keeps the row one is at in its place when another comes that would stand above', async () => {
    await open()
    await wait(1000)
    proposed = [{ photos: [5, 8], guess: 8 }, ...proposed]
    await wait(800, [usePhotos().refresh()])
    expect(queue.rows.map(row => [...row.photos])).toEqual([[1, 2, 3], [5, 8], [4], [6, 7]])
    expect(queue.at).toBe(0)
  })

  it('labels no row that was opened or has come by itself within the last second', async () => {
    await open()
    await queue.accept()
    expect(labelled).toEqual([])
    await wait(1000)
    await queue.accept()
    expect(labelled).toEqual([{ photos: [1, 2, 3], label: 7 }])
  })

  it('labels row after row as fast as a hand does it on purpose', async () => {
    await open()
    await wait(1000)
    for (let i = 0; i < 2; i++) {
      queue.hold()
      await wait(300, [queue.accept()])
    }
    expect(labelled.map(({ photos }) => photos)).toEqual([[1, 2, 3], [4, 5]])
  })

  it('labels at once a row that was gone to', async () => {
    await open()
    queue.move(1)
    await wait(50)
    await queue.accept()
    expect(labelled.map(({ photos }) => photos)).toEqual([[4, 5]])
  })

  async function open(): Promise<void> {
    view.queue = true
    await wait(400)
  }

  /** Lets time pass, ms, by steps in which answers of the core can come. */
  async function wait(ms: number, work: Promise<unknown>[] = []): Promise<void> {
    for (let passed = 0; passed <= ms; passed += 50) {
      await vi.advanceTimersByTimeAsync(Math.min(50, ms))
      await setImmediate()
    }
    await Promise.all(work)
    await nextTick()
  }
})
