import type { Action } from '../../../src-renderer/actions/action'
import { expect, it } from 'vitest'
import { findActions } from '../../../src-renderer/actions/find-actions'

function action(id: string, title: string, enabled: true | string = true): Action {
  return { id, group: 'Label', title: () => title, keys: [], enabled: () => enabled, run: () => {} }
}

const all = [
  action('all', 'Select all photos'),
  action('none', 'Select nothing', 'Nothing is selected.'),
  action('photo', 'Show the photo'),
]

function ids(typed: string): string[] {
  return findActions(all, typed).map(found => found.action.id)
}

it('offers what can be done now until something is typed', () => {
  expect(ids('')).toEqual(['all', 'photo'])
})

it('finds words by their beginnings, in any order, the earlier in the title the better', () => {
  expect(ids('ph sel')).toEqual(['all'])
  expect(ids('photo')).toEqual(['all', 'photo'])
  expect(ids('the ph')).toEqual(['photo'])
  expect(ids('lect')).toEqual([])
})

it('puts what can\'t be done now last and says why', () => {
  expect(findActions(all, 'select').map(found => found.enabled)).toEqual([true, 'Nothing is selected.'])
})

it('finds by the group too', () => {
  expect(ids('label photo')).toEqual(['all', 'photo'])
})
