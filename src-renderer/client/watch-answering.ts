export interface AnsweringOptions {
  /** Between an answer and the next question, ms. */
  every?: number
  /** So long a core that is not busy may take for an answer, ms. */
  patience?: number
}

/** Asks the core now and then whether it has time, until aborted; tells when an answer is overdue, and when it has come after all. */
export async function watchAnswering(ask: () => Promise<unknown>, busy: (busy: boolean) => void, signal: AbortSignal, { every = 2000, patience = 1500 }: AnsweringOptions = {}): Promise<void> {
  while (!signal.aborted) {
    await new Promise(resolve => setTimeout(resolve, every))
    const overdue = setTimeout(busy, patience, true)
    // Whether it is there at all is for others to say.
    await ask().catch(() => {})
    clearTimeout(overdue)
    busy(false)
  }
}
