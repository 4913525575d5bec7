import { expect, it } from 'vitest'
import { actTitle, labelTitle } from '#shared/domain/act-title'

it('counts photos as English does', () => {
  for (const photos of [0, 2, 999, 1_000, 12_345, 100_000, 1_234_567])
    expect(actTitle('Label {photos}', { photos })).toBe(`Label ${photos.toLocaleString('en')} photos`)
  expect(actTitle('Label {photos}', { photos: 1 })).toBe('Label 1 photo')
})

it('names the label, or says that it is taken', () => {
  expect(labelTitle(1_204, 'cat')).toBe('Label 1,204 photos cat')
  expect(labelTitle(1, null)).toBe('Take the label from 1 photo')
})
