import { isUnreachable } from './is-unreachable'

/** An act on its way to the core. `call` is the same each time it is sent. */
interface Act<Answer> {
  call: string
  send: (call: string) => Promise<Answer>
  keeps: boolean
  /** Hears whether the act was done in the end, at once or after it was kept. */
  ended: (done: boolean) => void
  /** Ends the wait of whoever did the act; an act that is kept has nobody waiting. */
  settle: { resolve: (answer: Answer | 'kept') => void, reject: (error: unknown) => void } | null
}

export interface ActLineListeners {
  /** So many acts are kept until the core can be reached. */
  kept: (count: number) => void
  /** An act that had been kept can't be done. */
  failed: (error: unknown) => void
}

export interface ActOptions extends Partial<Pick<Act<unknown>, 'keeps' | 'call' | 'ended'>> {}

/** Acts one after another, in the order they were done, none of them lost when the core can't be reached. */
export interface ActLine<Answer> {
  /**
   * Sends an act once those before it are through. Ends with the core's answer, or with `kept` as soon as the core turns
   * out not to be there: then the act waits in line. One that does not keep fails instead.
   */
  add: (send: Act<Answer>['send'], options?: ActOptions) => Promise<Answer | 'kept'>
  /**
   * The core may be there again: sends what is kept. Ends when all is through, or the core was not there, with the count
   * of those done since this was asked last.
   */
  sendKept: () => Promise<number>
}

export function actLine<Answer>(listeners: ActLineListeners): ActLine<Answer> {
  const line: Act<Answer>[] = []
  let stalled = false
  let done = 0
  let sending = Promise.resolve()

  return {
    add: (send, { keeps = true, call = newCall(), ended = () => {} } = {}) => new Promise((resolve, reject) => {
      line.push({ call, send, keeps, ended, settle: { resolve, reject } })
      if (stalled)
        keepAll(new TypeError('The core could not be reached.'))
      else
        void go()
    }),
    async sendKept() {
      stalled = false
      await go()
      const count = done
      done = 0
      return count
    },
  }

  function go(): Promise<void> {
    sending = sending.then(sendAll)
    return sending
  }

  async function sendAll(): Promise<void> {
    while (line.length > 0 && !stalled) {
      const act = line[0]
      try {
        const answer = await act.send(act.call)
        line.shift()
        act.ended(true)
        if (act.settle)
          act.settle.resolve(answer)
        else
          done++
      }
      catch (error) {
        if (isUnreachable(error)) {
          stalled = true
          keepAll(error)
          return
        }
        line.shift()
        act.ended(false)
        if (act.settle)
          act.settle.reject(error)
        else
          listeners.failed(error)
      }
      tell()
    }
  }

  /** Nobody waits for what can't be sent now; what is of no use later is given up. */
  function keepAll(error: unknown): void {
    for (const act of line.splice(0)) {
      if (act.keeps || !act.settle)
        line.push(act)
      if (act.keeps) {
        act.settle?.resolve('kept')
      }
      else {
        act.ended(false)
        act.settle?.reject(error)
      }
      act.settle = null
    }
    tell()
  }

  function tell(): void {
    listeners.kept(line.filter(({ settle }) => settle === null).length)
  }
}

/** A name for a call. A page on a plain address in a local network has no `randomUUID`. */
export function newCall(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(16).padStart(8, '0')).join('')
}
