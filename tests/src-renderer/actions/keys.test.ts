import type { KeyPress } from '../../../src-renderer/actions/keys'
import { describe, expect, it } from 'vitest'
import { isPress, wordsOfKeys } from '../../../src-renderer/actions/keys'

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  }
}

describe('isPress', () => {
  it('takes Mod for Cmd on a Mac and for Ctrl elsewhere', () => {
    expect(isPress(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true)
    expect(isPress(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false)
    expect(isPress(press('z', { ctrlKey: true }), 'Mod+Z', false)).toBe(true)
    expect(isPress(press('z'), 'Mod+Z', false)).toBe(false)
  })

  it('tells Shift from no Shift for letters and named keys', () => {
    expect(isPress(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false)
    expect(isPress(press('Z', { ctrlKey: true, shiftKey: true }), 'Shift+Mod+Z', false)).toBe(true)
    expect(isPress(press('ArrowLeft', { shiftKey: true }), 'ArrowLeft', false)).toBe(false)
  })

  it('takes a sign however the keyboard makes it', () => {
    expect(isPress(press('?', { shiftKey: true }), '?', false)).toBe(true)
    expect(isPress(press('?'), '?', false)).toBe(true)
    expect(isPress(press('+', { shiftKey: true }), '+', false)).toBe(true)
  })

  it('takes a digit by its key, also where the keyboard writes another sign with it', () => {
    expect(isPress(press('&', { code: 'Digit1' }), '1', false)).toBe(true)
    expect(isPress(press('1', { code: 'Numpad1' }), '1', false)).toBe(true)
    expect(isPress(press('!', { code: 'Digit1', shiftKey: true }), '1', false)).toBe(false)
  })

  it('leaves Alt to the system', () => {
    expect(isPress(press('a', { altKey: true }), 'A', false)).toBe(false)
  })
})

it('writes keys as each system does', () => {
  expect(wordsOfKeys('Shift+Mod+Z', true)).toBe('⇧⌘Z')
  expect(wordsOfKeys('Shift+Mod+Z', false)).toBe('Shift+Ctrl+Z')
  expect(wordsOfKeys('+', false)).toBe('+')
  expect(wordsOfKeys('ArrowLeft', false)).toBe('←')
})
