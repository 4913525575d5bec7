import type { Labelling } from '#shared/contract/labels'
import type { SaidAct } from './said-acts'
import type { Saying } from './said-labels'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { labelTitle } from '#shared/domain/act-title'
import { coalesce } from '../client/coalesce'
import { useActs } from './acts'
import { usePhotos } from './photos'
import { labellingAfter, labellingWithout, SaidActs } from './said-acts'
import { tallyLabels } from './tally-labels'
import { useCore } from './use-core'

const none: Labelling = { labels: [], labelled: 0, actions: 0, undo: null, redo: null, undoCall: null, redoCall: null }

/** Hears whether an act was done in the end. */
type Ended = (done: boolean) => void

/**
 * The labels with their counts, and the history of acts. What this page does is shown before the core has answered, and
 * put back should the core refuse it.
 */
export const useLabelling = defineStore('labelling', () => {
  const core = useCore()
  const acts = useActs()
  const photos = usePhotos()
  const told = shallowRef<Labelling>(none)
  /** The columns that were shown when the core counted last; other ones are counted here. */
  const counted = shallowRef(photos.columns)
  const said = new SaidActs()
  /** Acts on their way, and whether what they do is shown already. */
  const underWay = new Map<Ended, boolean>()
  /** How many acts there were so far, and how many of them were shown before the answer. */
  const begun = { all: 0, shown: 0 }

  const current = computed(() => photos.columns === counted.value ? told.value : tallyLabels(told.value, photos.columns))

  const refresh = coalesce(async () => {
    const before = { ...begun }
    const waiting = [...underWay.values()]
    const answer = await core.labels.list()
    if (begun.shown !== before.shown || waiting.includes(true)) {
      // Of what is shown the core may not have known: its history would be that of a moment ago.
      const { actions, undo, redo, undoCall, redoCall } = told.value
      told.value = { ...answer, actions, undo, redo, undoCall, redoCall }
      return
    }
    const isSure = begun.all === before.all && waiting.length === 0
    told.value = isSure ? answer : { ...answer, undoCall: null, redoCall: null }
    if (begun.all === before.all)
      counted.value = photos.columns
  })

  /** Shows that the photos get a label, 0 for none. */
  function give(call: string, of: Uint32Array, label: number): Ended {
    const { undo, undoCall, labels } = told.value
    const act: SaidAct = {
      call,
      title: labelTitle(of.length, labels.find(({ id }) => id === label)?.name ?? null),
      photos: of,
      before: photos.labelsOf(of),
      after: label,
      under: { words: undo, call: undoCall },
      over: { words: null, call: null },
    }
    said.add(act)
    return show(labellingAfter(told.value, act), { photos: of, labels: label })
  }

  /** Shows what undo or redo will do, where this page did that act and nothing waits for the core to be back. */
  function step(which: 'undo' | 'redo'): Ended {
    const act = acts.kept === 0 ? said.of(told.value[`${which}Call`]) : undefined
    if (!act)
      return other()
    if (which === 'redo')
      return show(labellingAfter(told.value, act), { photos: act.photos, labels: act.after })
    const { redo, redoCall } = told.value
    act.over = { words: redo, call: redoCall }
    return show(labellingWithout(told.value, act), { photos: act.photos, labels: act.before })
  }

  /** An act that is shown once the core has answered: until then it is not known what undo and redo would do. */
  function other(): Ended {
    return show({ ...told.value, undoCall: null, redoCall: null }, null)
  }

  function show(labelling: Labelling, saying: Saying | null): Ended {
    told.value = labelling
    begun.all++
    if (saying) {
      begun.shown++
      photos.say(saying)
    }
    const ended: Ended = (done) => {
      underWay.delete(ended)
      if (saying)
        photos.settle(saying, done)
      // Where the core is not there, whoever follows it asks when it is back.
      if (!done)
        refresh().catch(() => {})
    }
    underWay.set(ended, saying !== null)
    return ended
  }

  function clear(): void {
    told.value = none
    said.clear()
    underWay.clear()
  }

  return { current, refresh, give, step, other, clear }
})
