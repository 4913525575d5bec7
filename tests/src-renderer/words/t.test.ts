import { afterEach, expect, it } from 'vitest'
import { computed } from 'vue'
import { speak } from '../../../src-renderer/words/speech'
import { t } from '../../../src-renderer/words/t'

afterEach(() => speak('en'))

it('chooses the form by the number called n, and writes it as the language does', () => {
  expect([0, 1, 1204].map(n => t('units.photos', { n }))).toEqual(['0 photos', '1 photo', '1,204 photos'])
  speak('de')
  expect([0, 1, 1204].map(n => t('units.photos', { n }))).toEqual(['0 Fotos', '1 Foto', '1.204 Fotos'])
})

it('leaves what is filled in as it is', () => {
  expect(t('actions.speak', { language: 'a | {b} @c' })).toBe('Language: a | {b} @c')
})

it('is followed by what is computed of it', () => {
  const words = computed(() => t('units.today'))
  expect(words.value).toBe('today')
  speak('de')
  expect(words.value).toBe('heute')
})

it('holds its keys and what they want filled in to the catalogues', () => {
  // @ts-expect-error no such key
  expect(t('units.fortnights')).toBe('units.fortnights')
  // @ts-expect-error nothing is filled in
  expect(t('actions.speak')).toBe('Language: ')
})
