import { expect, it } from 'vitest'
import { defaultTarget } from '../../../src-renderer/words/default-target'

it('proposes a path beside the home folder in the manner of its system', () => {
  expect(defaultTarget('/home/me', 'Photos', '.csv')).toBe('/home/me/Photos.csv')
  expect(defaultTarget('C:\\Users\\me', 'a/b', null)).toBe('C:\\Users\\me\\a-b')
  expect(defaultTarget('/', '', 'csv')).toBe('/photos.csv')
})
