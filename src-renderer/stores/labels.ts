import type { Changed, Label, Labelling } from '#shared/contract/labels'
import type { LabelId } from '#shared/domain/ids'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { blobOf } from '#shared/contract/blobs'
import { coalesce } from '../client/coalesce'
import { coreWords } from '../words/core-words'
import { t } from '../words/t'
import { labelTree } from './label-tree'
import { useNotices } from './notices'
import { useCore } from './use-core'

const none: Labelling = {
  labels: [],
  labelled: 0,
  actions: 0,
  undo: null,
  redo: null,
}

/** Which suggestions an act is about: of one label or all, from a confidence up, or only those of the photos given. */
export interface SuggestionChoice {
  label?: LabelId
  above?: number
  photos?: Uint32Array
}

/** The labels, and every act that changes them. */
export const useLabels = defineStore('labels', () => {
  const core = useCore()
  const notices = useNotices()
  const labelling = shallowRef<Labelling>(none)
  /** In the order they are shown and numbered: each followed by those under it. */
  const tree = computed(() => labelTree(labelling.value.labels))
  const labels = computed(() => tree.value.map(({ label }) => label))
  const byId = computed(() => new Map(labels.value.map(label => [label.id as number, label])))
  /** Names without regard to case: a name typed again means the label there is. */
  const byName = computed(() => new Map(labels.value.map(label => [
    label.name.toLocaleLowerCase(),
    label,
  ])))

  const refresh = coalesce(async () => {
    labelling.value = await core.labels.list()
  })

  /** Gives the photos a label by its name (the one there is, or a new one), by its id, or takes theirs away. */
  async function assign(photos: Uint32Array, to: string | LabelId | null): Promise<boolean> {
    if (photos.length === 0)
      return false
    return done(() => core.labels.assign({
      photos: blobOf(photos),
      label: target(to),
    }))
  }

  function target(to: string | LabelId | null): { id: LabelId } | { name: string } | null {
    if (to === null)
      return null
    if (typeof to === 'number')
      return { id: to }
    const known = byName.value.get(to.trim().toLocaleLowerCase())
    return known
      ? { id: known.id }
      : {
          name: to.trim(),
        }
  }

  const rename = (label: LabelId, name: string): Promise<boolean> => done(() => core.labels.rename({ label, name }))
  const recolour = (label: LabelId, colour: string): Promise<boolean> => done(() => core.labels.recolour({ label, colour }))
  const nest = (label: LabelId, under: LabelId | null): Promise<boolean> => done(() => core.labels.nest({ label, under }))
  const merge = (label: Label, into: Label): Promise<boolean> => doneWithUndo(() => core.labels.merge({ label: label.id, into: into.id }), t('labels.merged', { label: label.name, into: into.name }))
  const remove = (label: Label): Promise<boolean> => doneWithUndo(() => core.labels.remove({ label: label.id }), t('labels.removed', { label: label.name }))

  const accept = (choice: SuggestionChoice): Promise<boolean> => done(() => core.suggestions.accept(inputOf(choice)))
  const refuse = (choice: SuggestionChoice): Promise<boolean> => done(() => core.suggestions.refuse(inputOf(choice)))

  /** Takes back, or does again, the last act, and says which it was. */
  async function step(which: 'undo' | 'redo'): Promise<void> {
    const words = labelling.value[which]
    if (words && await done(() => core.labels[which]())) {
      notices.show('done', t(which === 'undo' ? 'labels.undone' : 'labels.redone', { words: coreWords('acts', words) }))
    }
  }

  async function done(act: () => Promise<Changed>): Promise<boolean> {
    const after = await notices.attempt(act)
    notices.forgetUndo()
    if (after)
      await notices.attempt(refresh)
    return after !== undefined
  }

  async function doneWithUndo(act: () => Promise<Changed>, words: string): Promise<boolean> {
    const worked = await done(act)
    if (worked)
      notices.show('done', words, null, true)
    return worked
  }

  function clear(): void {
    labelling.value = none
  }

  return {
    labelling,
    labels,
    tree,
    byId,
    byName,
    refresh,
    assign,
    rename,
    recolour,
    nest,
    merge,
    remove,
    accept,
    refuse,
    step,
    clear,
  }
})

function inputOf({ label, above, photos }: SuggestionChoice): { label?: LabelId, above?: number, photos?: Blob } {
  return { label, above, photos: photos && blobOf(photos) }
}
