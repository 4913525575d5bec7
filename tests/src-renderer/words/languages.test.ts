import { expect, it } from 'vitest'
import { languageOf } from '../../../src-renderer/words/languages'

it('speaks the chosen language whatever the system asks for', () => {
  expect(languageOf('de', ['en-US'])).toBe('de')
  expect(languageOf('en', ['de-DE', 'en'])).toBe('en')
})

it('follows the system to the first language it has', () => {
  expect(languageOf('system', ['de-AT', 'en'])).toBe('de')
  expect(languageOf('system', ['fr-FR', 'DE', 'en-US'])).toBe('de')
  expect(languageOf('system', ['fr-FR', 'toString'])).toBe('en')
  expect(languageOf('system', [])).toBe('en')
})

it('follows the system where a choice was kept that is no language any more', () => {
  expect(languageOf('xx' as 'en', ['de'])).toBe('de')
})
