import type { MapSide } from './map-control'
import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'

export type Dialog = 'folders' | 'export' | 'quality' | 'failures' | 'keys' | 'commands'
export type QualityTab = 'labels' | 'confusion' | 'suspects' | 'duplicates' | 'outliers'
export type PanelTab = 'labels' | 'suggestions' | 'learning'

/** What is open in the window, and where the keyboard is on the map. */
export const useView = defineStore('view', () => {
  const dialog = ref<Dialog | null>(null)
  const qualityTab = ref<QualityTab>('labels')
  /** Whether the queue of what to label next is shown instead of the map. */
  const queue = ref(false)
  /** Whether the search stands beside the map. */
  const finding = ref(false)
  /** Rises each time the search is asked to take the keyboard. */
  const askedToFind = ref(0)
  /** The photo in the large view. */
  const photo = ref<number | null>(null)
  /** The photo beside it while two are compared. */
  const compared = ref<number | null>(null)
  /** The photo the keyboard stands on. */
  const focus = ref<number | null>(null)
  const tool = ref<'pan' | 'lasso'>('pan')
  /** Whether photos are laid beside one another where they would cover one another, on either map. */
  const spread = reactive<Record<MapSide, boolean>>({ first: false, second: false })
  const tab = ref<PanelTab>('labels')
  /** Rises each time the name field is asked to take the keyboard. */
  const naming = ref(0)

  function open(which: Dialog): void {
    dialog.value = which
  }

  function openQuality(which: QualityTab): void {
    qualityTab.value = which
    dialog.value = 'quality'
  }

  function clear(): void {
    dialog.value = null
    queue.value = false
    finding.value = false
    photo.value = null
    compared.value = null
    focus.value = null
    tool.value = 'pan'
    spread.first = false
    spread.second = false
  }

  return {
    dialog,
    qualityTab,
    queue,
    finding,
    askedToFind,
    photo,
    compared,
    focus,
    tool,
    spread,
    tab,
    naming,
    open,
    openQuality,
    clear,
  }
})
