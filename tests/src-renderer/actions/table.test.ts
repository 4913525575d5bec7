import type { MenuAction } from '#shared/contract/desktop-bridge'
import type { Action } from '../../../src-renderer/actions/action'
import { describe, expect, it } from 'vitest'
import { clashOf, mayHaveKeys } from '../../../src-renderer/actions/bindings'
import { actions } from '../../../src-renderer/actions/table'

const all = Object.entries<Action>(actions)

describe('the table of actions', () => {
  it('files every action under its own id', () => {
    for (const [id, action] of all)
      expect(action.id).toBe(id)
  })

  it('gives no key to two actions where both would act', () => {
    for (const action of all.map(([, one]) => one)) {
      for (const keys of action.keys) {
        expect(clashOf(action, keys, all.map(([, one]) => one), {})?.id, `${keys} of ${action.id}`).toBeUndefined()
        expect(mayHaveKeys(action, keys), `${keys} of ${action.id}`).toBe(true)
      }
    }
  })

  it('has the keys the product promises', () => {
    const keys = new Set(all.flatMap(([, action]) => action.keys))
    for (const promised of [
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Enter',
      'Space',
      '1',
      '9',
      '0',
      'L',
      'A',
      'X',
      'Mod+Z',
      'Shift+Mod+Z',
      'F',
      'G',
      '?',
    ])
      expect(keys, promised).toContain(promised)
  })

  it('answers the whole menu of the desktop', () => {
    const menu: Record<MenuAction, true> = {
      'open-folder': true,
      'export': true,
      'undo': true,
      'redo': true,
      'learn': true,
      'quality': true,
      'keys': true,
    }
    for (const id of Object.keys(menu))
      expect(actions).toHaveProperty(id)
  })
})
