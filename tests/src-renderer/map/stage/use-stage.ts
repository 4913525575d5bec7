import type { Page } from 'playwright-core'
import type { OpenStage } from '#tests/bench/map/open-stage'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openStage } from '#tests/bench/map/open-stage'

export interface StageOptions { reducedMotion?: boolean }

/**
 * A browser with maps of made photos for all tests of a file, in which nothing may be complained of: neither an error nor
 * a breach of the content security policy.
 * @returns opens a page with a map of so many photos, which stands still
 */
export function useStage(): (count: number, options?: StageOptions) => Promise<Page> {
  let stage: OpenStage
  const complaints: string[] = []

  beforeAll(async () => {
    stage = await openStage()
  })
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(() => stage.close())

  return async (count, options = {}) => {
    const page = await stage.page(count, { width: 700, height: 500, ...options })
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => message.type() === 'error' || message.type() === 'warning'
      ? complaints.push(message.text())
      : null)
    await page.evaluate('stage.settled()')
    return page
  }
}
