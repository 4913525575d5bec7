import { t } from '../words/t'

/** The part of a keyboard event that decides which keys it means. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const symbols: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Enter: '↵',
}

/** Keys that are called otherwise on a keyboard of another language. */
const named = ['Space', 'Home', 'End', 'PageUp', 'PageDown', 'Delete', 'Insert', 'Backspace'] as const

/** Whether a press is the one spelled out, as in `Shift+Mod+Z`, on a Mac or elsewhere. */
export function isPress(press: KeyPress, spelled: string, mac: boolean): boolean {
  const { key, mod, shift, alt } = read(spelled)
  const pressedMod = mac ? press.metaKey : press.ctrlKey
  const otherMod = mac ? press.ctrlKey : press.metaKey
  if (pressedMod !== mod || otherMod || press.altKey !== alt)
    return false
  if (isDigit(key))
    return !press.shiftKey && (press.key === key || press.code === `Digit${key}` || press.code === `Numpad${key}`)
  // A sign such as ? or + needs Shift on some keyboards and not on others.
  if (isSign(key))
    return press.key === key
  if (press.shiftKey !== shift)
    return false
  return key === 'Space'
    ? press.key === ' '
    : press.key.toLowerCase() === key.toLowerCase()
}

/** How keys are written for people: `⇧⌘Z` on a Mac, `Shift+Ctrl+Z` elsewhere. */
export function wordsOfKeys(spelled: string, mac: boolean): string {
  const { key, mod, shift, alt } = read(spelled)
  const last = symbols[key] ?? (isNamed(key) ? t(`keys.${key}`) : key)
  if (mac)
    return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${last}`
  return [alt && t('keys.Alt'), shift && t('keys.Shift'), mod && t('keys.Ctrl'), last].filter(Boolean).join('+')
}

function read(spelled: string): { key: string, mod: boolean, shift: boolean, alt: boolean } {
  const parts = spelled === '+'
    ? ['+']
    : spelled.split('+')
  return {
    key: parts[parts.length - 1],
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}

function isNamed(key: string): key is typeof named[number] {
  return (named as readonly string[]).includes(key)
}

function isDigit(key: string): boolean {
  return key.length === 1 && key >= '0' && key <= '9'
}

function isSign(key: string): boolean {
  return key.length === 1 && !isDigit(key) && key.toLowerCase() === key.toUpperCase()
}
