import { expect, it } from 'vitest'
import { fileSize } from '../../../src-renderer/words/file-size'

it('writes file sizes', () => {
  expect([999, 1500, 3_400_000, 2e9].map(fileSize)).toEqual(['999 B', '2 kB', '3.4 MB', '2.00 GB'])
})
