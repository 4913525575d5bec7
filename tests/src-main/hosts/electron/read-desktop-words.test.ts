import { expect, it } from 'vitest'
import { readDesktopWords } from '#main/hosts/electron/read-desktop-words'
import { desktopWords } from '#shared/contract/desktop-words'

it('takes the words there is a place for and leaves the rest', () => {
  expect(readDesktopWords({ ...desktopWords, cut: 'Ausschneiden', script: 'x' })).toEqual({ ...desktopWords, cut: 'Ausschneiden' })
})

it('refuses what is no set of short words', () => {
  const { cut: _, ...without } = desktopWords
  for (const wrong of [null, 'words', without, { ...desktopWords, cut: 7 }, { ...desktopWords, cut: '' }, { ...desktopWords, cut: 'x'.repeat(81) }])
    expect(() => readDesktopWords(wrong)).toThrow(TypeError)
})
