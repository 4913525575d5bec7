import { describe, expect, it } from 'vitest'
import { formats, readerOf } from '#main/photos/formats'

describe('readerOf', () => {
  it('goes by the extension, in any case', () => {
    expect(readerOf('a/b.JPeG')).toBe('sharp')
    expect(readerOf('a.tar.NEF')).toBe('raw')
    expect(readerOf('a.psd')).toBe('none')
    for (const name of [
      'jpg',
      '.jpg',
      'a.txt',
      'a.constructor',
      'a.jpg.xmp',
      'a.',
    ])
      expect(readerOf(name), name).toBeUndefined()
  })

  it('has every extension in lower case', () => {
    for (const extension of Object.keys(formats))
      expect(readerOf(`x.${extension.toUpperCase()}`)).toBe(formats[extension as keyof typeof formats])
  })
})
