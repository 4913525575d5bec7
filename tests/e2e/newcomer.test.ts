import type { OpenedPage } from '#tests/e2e/opened-page'
import { describe, expect, it } from 'vitest'
import { labelLikeANewcomer } from '#tests/e2e/newcomer'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('a newcomer with the README, in Chromium', () => {
  let opened: OpenedPage

  usePage({ each: 12 }, (given) => {
    opened = given
  })

  it('has nearly every photo of six kinds right after a few rows of the queue', async () => {
    const work = await labelLikeANewcomer({ ...opened, wanted: 0.95, most: 30 })
    expect(work.accuracy).toBeGreaterThanOrEqual(0.95)
    expect(work.actions).toBeLessThanOrEqual(30)
  }, 180_000)
})
