import { expect, it } from 'vitest'
import { selectionWords } from '../../../src-renderer/components/selection-words'

function names(id: number): string | undefined {
  return id === 3
    ? 'dog'
    : undefined
}

it('says how many photos there are and where they come from', () => {
  expect(selectionWords(43, { kind: 'cluster', name: 'samoyed' }, names)).toEqual({ title: '43 photos', of: 'a group that looks like “samoyed”' })
  expect(selectionWords(1, { kind: 'photos' }, names)).toEqual({ title: '1 photo', of: null })
  expect(selectionWords(1204, { kind: 'label', label: 3 }, names)).toEqual({ title: '1,204 photos', of: 'labelled “dog”' })
})
