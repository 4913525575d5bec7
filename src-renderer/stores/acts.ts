import type { Changed } from '#shared/contract/labels'
import type { ActLine, ActOptions } from '../client/act-line'
import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'
import { actLine } from '../client/act-line'
import { isUnreachable } from '../client/is-unreachable'
import { t } from '../words/t'
import { useConnection } from './connection'
import { useLibrary } from './library'
import { useNotices } from './notices'

/** So long after the core was not there an act is sent again, should the page not have lost it otherwise, ms. */
const again = 1000

/** What a person does to the labels, on its way to the core: kept while that is away, and sent when it is back. */
export const useActs = defineStore('acts', () => {
  const connection = useConnection()
  const library = useLibrary()
  const notices = useNotices()
  /** Acts are about the photos of one library: those of another wait until it is open again. */
  const lines = new Map<string, ActLine<Changed>>()
  const keptIn = reactive(new Map<string, number>())
  const kept = computed(() => [...keptIn.values()].reduce((sum, count) => sum + count, 0))

  function lineOf(file: string): ActLine<Changed> {
    let line = lines.get(file)
    if (!line) {
      line = actLine({
        kept: (count) => {
          keptIn.set(file, count)
          if (count > 0)
            setTimeout(tryAgain, again)
        },
        failed: notices.showFailure,
      })
      lines.set(file, line)
    }
    return line
  }

  /** Sends an act, or keeps it. What does not keep, such as an undo, fails while the core is away. */
  function send(act: (call: string) => Promise<Changed>, options: ActOptions = {}): Promise<Changed | 'kept'> {
    return lineOf(library.current?.file ?? '').add(act, options).catch((error) => {
      throw isUnreachable(error) ? new Error(t('errors.notWhileAway')) : error
    })
  }

  function tryAgain(): void {
    if (connection.state === 'open')
      void sendKept()
  }

  /** The core is there again: sends what was kept for the library it has open. */
  async function sendKept(): Promise<void> {
    const done = await lines.get(library.current?.file ?? '')?.sendKept() ?? 0
    if (done > 0)
      notices.show('done', t('page.keptDone', { n: done }))
  }

  return { kept, send, sendKept }
})
