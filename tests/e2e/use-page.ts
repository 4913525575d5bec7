import type { OpenedPage, PageOptions } from '#tests/e2e/opened-page'
import { afterAll, beforeAll, expect } from 'vitest'
import { openPage } from '#tests/e2e/opened-page'

/**
 * Gives the tests of a suite a page: opened before them, closed after them, by when it must have complained of nothing on
 * its console, unless it is told that it may.
 */
export function usePage(options: PageOptions, begin: (opened: OpenedPage) => void | Promise<void>, { quiet = true } = {}): void {
  let opened: OpenedPage | undefined

  beforeAll(async () => {
    opened = await openPage(options)
    await begin(opened)
  })

  afterAll(async () => {
    const problems = quiet ? [...opened?.problems ?? []] : []
    await opened?.close()
    expect(problems).toEqual([])
  })
}
