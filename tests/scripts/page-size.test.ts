import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scriptBytes } from '#tests/fixtures/script-bytes'

const page = join(import.meta.dirname, '../../out/renderer')

describe.skipIf(!existsSync(page))('the built page', () => {
  it('has at most 600 kB of script, compressed', async () => {
    const bytes = await scriptBytes(page)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(600_000)
  })
})
