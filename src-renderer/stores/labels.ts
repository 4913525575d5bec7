import type { Changed, Label } from '#shared/contract/labels'
import type { LabelId } from '#shared/domain/ids'
import type { ActOptions } from '../client/act-line'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { blobOf } from '#shared/contract/blobs'
import { labelFinder } from '#shared/domain/label-name'
import { newCall } from '../client/act-line'
import { coreWords } from '../words/core-words'
import { t } from '../words/t'
import { useActs } from './acts'
import { labelTree } from './label-tree'
import { useLabelling } from './labelling'
import { useNotices } from './notices'
import { useCore } from './use-core'

/** Which suggestions an act is about: of one label or all, from a confidence up, or only those of the photos given. */
export interface SuggestionChoice {
  label?: LabelId
  above?: number
  photos?: Uint32Array
}

/** The labels, and every act that changes them. */
export const useLabels = defineStore('labels', () => {
  const core = useCore()
  const acts = useActs()
  const now = useLabelling()
  const notices = useNotices()
  const labelling = computed(() => now.current)
  /** In the order they are shown and numbered: each followed by those under it. */
  const tree = computed(() => labelTree(labelling.value.labels))
  const labels = computed(() => tree.value.map(({ label }) => label))
  const byId = computed(() => new Map(labels.value.map(label => [label.id as number, label])))
  /** A name typed again means the label there is. */
  const byName = computed(() => labelFinder(labels.value))

  /** Gives the photos a label by its name (the one there is, or a new one), by its id, or takes theirs away. */
  async function assign(photos: Uint32Array, to: string | LabelId | null): Promise<boolean> {
    if (photos.length === 0)
      return false
    const label = target(to)
    const call = newCall()
    const ended = label && 'name' in label ? now.other() : now.give(call, photos, label?.id ?? 0)
    return await done(() => core.labels.assign({ photos: blobOf(photos), label, call }), { call, ended }) !== null
  }

  function target(to: string | LabelId | null): { id: LabelId } | { name: string } | null {
    if (to === null)
      return null
    if (typeof to === 'number')
      return { id: to }
    const known = byName.value(to.trim())
    return known
      ? { id: known.id }
      : {
          name: to.trim(),
        }
  }

  const rename = (label: LabelId, name: string): Promise<boolean> => worked(call => core.labels.rename({ label, name, call }))
  const recolour = (label: LabelId, colour: string): Promise<boolean> => worked(call => core.labels.recolour({ label, colour, call }))
  const nest = (label: LabelId, under: LabelId | null): Promise<boolean> => worked(call => core.labels.nest({ label, under, call }))
  const merge = (label: Label, into: Label): Promise<boolean> => workedWithUndo(call => core.labels.merge({ label: label.id, into: into.id, call }), t('labels.merged', { label: label.name, into: into.name }))
  const remove = (label: Label): Promise<boolean> => workedWithUndo(call => core.labels.remove({ label: label.id, call }), t('labels.removed', { label: label.name }))

  const accept = (choice: SuggestionChoice): Promise<boolean> => worked(call => core.suggestions.accept({ ...inputOf(choice), call }))
  const refuse = (choice: SuggestionChoice): Promise<boolean> => worked(call => core.suggestions.refuse({ ...inputOf(choice), call }))

  /** Takes back, or does again, the last act, and says which it was. It is not kept: once the core is back, another act may be the last. */
  async function step(which: 'undo' | 'redo'): Promise<void> {
    const words = labelling.value[which]
    if (words && await done(() => core.labels[which](), { keeps: false, ended: now.step(which) }))
      notices.show('done', t(which === 'undo' ? 'labels.undone' : 'labels.redone', { words: coreWords('acts', words) }))
  }

  /** Does an act or, while the core is away, keeps it; null where it can't be done. */
  async function done(act: (call: string) => Promise<Changed>, options: ActOptions = { ended: now.other() }): Promise<'done' | 'kept' | null> {
    const after = await notices.attempt(() => acts.send(act, options))
    notices.forgetUndo()
    if (after === undefined || after === 'kept')
      return after ?? null
    await notices.attempt(now.refresh)
    return 'done'
  }

  async function worked(act: (call: string) => Promise<Changed>): Promise<boolean> {
    return await done(act) !== null
  }

  async function workedWithUndo(act: (call: string) => Promise<Changed>, words: string): Promise<boolean> {
    const outcome = await done(act)
    if (outcome === 'done')
      notices.show('done', words, null, true)
    return outcome !== null
  }

  return {
    labelling,
    labels,
    tree,
    byId,
    byName,
    refresh: now.refresh,
    assign,
    rename,
    recolour,
    nest,
    merge,
    remove,
    accept,
    refuse,
    step,
    clear: now.clear,
  }
})

function inputOf({ label, above, photos }: SuggestionChoice): { label?: LabelId, above?: number, photos?: Blob } {
  return { label, above, photos: photos && blobOf(photos) }
}
