import type { LabelId } from '#shared/domain/ids'
import type { QueueProposal, QueueRow } from './queue-rows'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { uint32Of } from '#shared/contract/blobs'
import { coalesce } from '../client/coalesce'
import { useLabels } from './labels'
import { useNotices } from './notices'
import { usePhotos } from './photos'
import { usePreferences } from './preferences'
import { queueRows } from './queue-rows'
import { useSelection } from './selection'
import { useCore } from './use-core'
import { useView } from './view'

/** So long a row may be replaced by a better one, ms. */
const lookedAtAfter = 800
/**
 * So long after another row has come it can't have been seen, ms: by whoever chose it, whoever has labelled the one before
 * and waits for the next, and whoever expected none.
 */
const seenAfter = { chosen: 0, next: 200, unasked: 1000 }

/** What to label next, row by row. The row one is at is the selection, so that everything done to a selection is done to it. */
export const useQueue = defineStore('queue', () => {
  const core = useCore()
  const labels = useLabels()
  const notices = useNotices()
  const photos = usePhotos()
  const preferences = usePreferences()
  const selection = useSelection()
  const view = useView()
  const proposals = shallowRef<QueueProposal[]>([])
  /** False until the core has proposed something since the queue was opened. */
  const known = ref(false)
  /** Key of the row one has gone to; null while one is at the first, whichever that is. */
  const atKey = ref<string | null>(null)
  /** The photo of that row the keyboard stands on. */
  const photo = ref<number | null>(null)
  /** Struck out of the row one is at. */
  const struck = shallowRef<ReadonlySet<number>>(new Set())
  /** Photos that were struck out when their row was labelled, as `guess:photo`. */
  const passed = shallowRef<ReadonlySet<string>>(new Set())

  /** How many photos of a row are asked for, by its key. */
  const lengths = shallowRef<ReadonlyMap<string, number>>(new Map())

  /** The row a person is at work on. */
  const held = shallowRef<{ row: QueueRow, at: number } | null>(null)

  let holding: ReturnType<typeof setTimeout>
  /** What the next change of the row one is at comes of. */
  let cause: keyof typeof seenAfter = 'unasked'
  let seenFrom = -Infinity

  const rows = computed(() => queueRows(proposals.value, photos.columns, {
    sureness: preferences.sureness,
    wasStruck: (one, guess) => passed.value.has(`${guess}:${one}`),
    lengths: lengths.value,
    held: held.value,
  }))
  const at = computed(() => Math.max(0, rows.value.findIndex(row => row.key === atKey.value)))
  const current = computed<QueueRow | undefined>(() => rows.value[at.value])
  const kept = computed(() => current.value?.photos.filter(one => !struck.value.has(one)) ?? new Uint32Array())

  const refresh = coalesce(async () => {
    const answer = await core.labels.propose()
    proposals.value = await Promise.all(answer.map(async ({ photos, guess, why }) => ({ photos: await uint32Of(photos), guess: guess ?? 0, why })))
    known.value = true
  }, 300)

  watch(() => view.queue && photos.told, (open, before) => {
    if (!open)
      return
    if (!before) {
      known.value = false
      held.value = null
      atKey.value = null
    }
    void notices.attempt(refresh)
  })

  // A row is done with once what was kept of it has a label.
  watch(() => photos.columns, () => {
    if (!held.value || !kept.value.some(one => photos.columns.labels[photos.row(one)] !== 0))
      return
    cause = 'next'
    held.value = null
    atKey.value = null
    // What was struck out may well be the next row, from the same photo on.
    struck.value = new Set()
  }, { flush: 'sync' })

  // What the core proposes may still take the place of the row at hand, until a person has had the time to look at it. What
  // is there before it has proposed anything is no more than a beginning.
  watch([() => view.queue && known.value, () => current.value?.key], ([sure, key]) => {
    clearTimeout(holding)
    if (sure && key !== undefined)
      holding = setTimeout(hold, lookedAtAfter)
  })

  // Another row is at hand once the one before is labelled; nothing is struck out of it yet.
  watch([() => view.queue, () => current.value?.key], ([open, key], [wasOpen]) => {
    seenFrom = performance.now() + seenAfter[open === wasOpen ? cause : 'unasked']
    if (atKey.value !== key)
      atKey.value = null
    struck.value = new Set()
    photo.value = current.value?.photos[0] ?? null
  }, { immediate: true })

  watch([rows, atKey], () => void (cause = 'unasked'), { flush: 'post' })

  watch([() => view.queue, kept], ([open]) => {
    if (open)
      selection.choose(kept.value, 'replace', { kind: 'row', guess: current.value?.guess ?? 0 })
  })

  /** Keeps the row one is at as it is and where it is, for a person is about to do something with it. */
  function hold(): void {
    if (held.value || !current.value)
      return
    held.value = { row: current.value, at: at.value }
    atKey.value = current.value.key
  }

  function go(key: string): void {
    if (key === current.value?.key)
      return hold()
    cause = 'chosen'
    held.value = null
    atKey.value = key
  }

  function move(by: 1 | -1): void {
    const next = rows.value[at.value + by]
    if (next)
      go(next.key)
  }

  /** Moves the keyboard within the row. */
  function walk(by: 1 | -1): void {
    const row = current.value
    if (row && photo.value !== null)
      photo.value = row.photos[row.photos.indexOf(photo.value) + by] ?? photo.value
  }

  /** Strikes a photo out of its row or takes it in again, with `onward` together with all after it. */
  function strike(one: number, onward = false): void {
    const row = current.value
    const from = row?.photos.indexOf(one) ?? -1
    if (!row || from < 0)
      return
    const out = !struck.value.has(one)
    const next = new Set(struck.value)
    for (const each of onward ? row.photos.subarray(from) : [one]) {
      if (out)
        next.add(each)
      else
        next.delete(each)
    }
    photo.value = one
    struck.value = next
  }

  /** Shows more photos of the row one is at. */
  function lengthen(): void {
    const row = current.value
    if (row)
      lengths.value = new Map([...lengths.value, [row.key, row.photos.length * 2]])
  }

  /** An Enter that was meant for the row before, or for something else, must not hit the one that has just taken its place. */
  function isSeen(): boolean {
    return performance.now() >= seenFrom
  }

  /** Gives the row its guess. */
  async function accept(): Promise<void> {
    const row = current.value
    if (!row || row.guess === 0 || !isSeen())
      return
    const out = [...struck.value].map(one => `${row.guess}:${one}`)
    const before = passed.value
    passed.value = new Set([...before, ...out])
    if (!await labels.assign(kept.value, row.guess as LabelId))
      passed.value = before
  }

  function clear(): void {
    proposals.value = []
    known.value = false
    held.value = null
    passed.value = new Set()
    lengths.value = new Map()
  }

  return { rows, known, at, current, kept, photo, struck, hold, go, move, walk, strike, lengthen, isSeen, accept, clear }
})
