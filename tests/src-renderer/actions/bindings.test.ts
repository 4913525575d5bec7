import type { Action } from '../../../src-renderer/actions/action'
import type { KeyPress } from '../../../src-renderer/actions/keys'
import { describe, expect, it } from 'vitest'
import { clashOf, keysOf, mayHaveKeys, spellPress } from '../../../src-renderer/actions/bindings'
import { isPress } from '../../../src-renderer/actions/keys'
import { actions } from '../../../src-renderer/actions/table'

const all = Object.values<Action>(actions)

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}

describe('spellPress', () => {
  it('spells every press so that it is recognised again', () => {
    for (const mac of [false, true]) {
      const mod = mac ? { metaKey: true } : { ctrlKey: true }
      for (const one of [
        press('q'),
        press('Q', { shiftKey: true }),
        press('z', mod),
        press('Z', { ...mod, shiftKey: true }),
        press('?', { shiftKey: true }),
        press('+'),
        press('&', { code: 'Digit1' }),
        press('7', { ...mod, code: 'Digit7' }),
        press(' '),
        press('F2'),
        press('ArrowUp', { shiftKey: true }),
      ]) {
        const spelled = spellPress(one, mac)
        expect(spelled, one.key).not.toBeNull()
        expect(isPress(one, spelled!, mac), spelled!).toBe(true)
      }
    }
  })

  it('waits while only Shift or Ctrl is down, and leaves Alt to the system', () => {
    expect(spellPress(press('Shift', { shiftKey: true }), false)).toBeNull()
    expect(spellPress(press('Control', { ctrlKey: true }), false)).toBeNull()
    expect(spellPress(press('a', { altKey: true }), false)).toBeNull()
  })
})

describe('bindings', () => {
  it('takes the given keys in place of an action\'s own', () => {
    expect(keysOf(actions.quality, {})).toEqual(['Q'])
    expect(keysOf(actions.quality, { quality: ['J'] })).toEqual(['J'])
    expect(keysOf(actions.quality, { quality: [] })).toEqual([])
  })

  it('finds who has a key already, also one given later', () => {
    expect(clashOf(actions.outliers, 'Q', all, {})?.id).toBe('quality')
    expect(clashOf(actions.outliers, 'Q', all, { quality: ['J'] })).toBeUndefined()
    expect(clashOf(actions.outliers, 'J', all, { quality: ['J'] })?.id).toBe('quality')
    expect(clashOf(actions.quality, 'Q', all, {})).toBeUndefined()
  })

  it('lets keys mean one thing on the map and another in the large view', () => {
    expect(clashOf(actions['next-photo'], 'ArrowRight', all, {})).toBeUndefined()
    expect(clashOf(actions['next-photo'], 'L', all, {})?.id).toBe('name-selection')
  })

  it('keeps the keys that move, press and close', () => {
    expect(mayHaveKeys(actions.quality, 'Tab')).not.toBe(true)
    expect(mayHaveKeys(actions.quality, 'Enter')).not.toBe(true)
    expect(mayHaveKeys(actions['open-photo'], 'Enter')).toBe(true)
    expect(mayHaveKeys(actions['clear-selection'], 'Escape')).toBe(true)
  })
})
