import type { DesktopWords } from '#shared/contract/desktop-words'
import { afterEach, expect, it } from 'vitest'
import { desktopWords } from '#shared/contract/desktop-words'
import { speak } from '../../../src-renderer/words/speech'
import { tellDesktop } from '../../../src-renderer/words/tell-desktop'

afterEach(() => speak('en'))

it('tells the desktop its words in the language of the page, where it listens', () => {
  const said: DesktopWords[] = []
  tellDesktop({ say: words => said.push(words) })
  speak('de')
  tellDesktop({ say: words => said.push(words) })
  tellDesktop({})
  tellDesktop(undefined)
  expect(said).toEqual([desktopWords, { ...desktopWords, ...said[1] }])
  expect(said[1].file).toBe('&Datei')
})
