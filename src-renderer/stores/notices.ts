import type { ErrorReport } from '#shared/errors/silhouette-error'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { wordsOfError, wordsOfReport } from '../client/words-of-error'

/** A short message at the edge of the window. */
export interface Notice {
  id: number
  kind: 'done' | 'problem' | 'refused'
  text: string
  code: string | null
  /** Whether what it tells of can be taken back from it. */
  undo: boolean
}

const shownFor = { done: 4000, problem: 12_000, refused: 4000 }
const mostShown = 4

/** The messages now shown, and the one place that turns a failure into words. */
export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  let last = 0

  function show(kind: Notice['kind'], text: string, code: string | null = null, undo = false): void {
    const same = notices.value.find(notice => notice.text === text)
    if (same)
      dismiss(same.id)
    const id = ++last
    notices.value = [
      ...notices.value,
      { id, kind, text, code, undo },
    ].slice(-mostShown)
    setTimeout(dismiss, undo ? shownFor.problem : shownFor[kind], id)
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter(notice => notice.id !== id)
  }

  /** Something else was done since: an undo would take back that. */
  function forgetUndo(): void {
    notices.value = notices.value.filter(notice => !notice.undo)
  }

  function showFailure(error: unknown): void {
    const words = wordsOfError(error)
    show('problem', words.text, words.code)
  }

  function showReport(report: ErrorReport): void {
    const words = wordsOfReport(report)
    show('problem', words.text, words.code)
  }

  /** Does the work; a failure is shown, and undefined returned. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    }
    catch (error) {
      showFailure(error)
      return undefined
    }
  }

  return {
    notices,
    show,
    dismiss,
    forgetUndo,
    showFailure,
    showReport,
    attempt,
  }
})
