import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { decodeHeic } from '#main/photos/decode-heic'

describe('decodeHeic', () => {
  it('refuses what is no HEIC and prints nothing', async () => {
    const printed: unknown[] = []
    const print = console.log
    console.log = (...words: unknown[]) => printed.push(words)
    const failures = await Promise.all([
      decodeHeic(Buffer.from('0000ftypheic not an image')),
      decodeHeic(Buffer.alloc(40)),
    ].map(one => one.then(() => false, () => true)))
    expect([failures, printed, console.log === print]).toEqual([
      [true, true],
      [],
      false,
    ])
    console.log = print
  })
})
