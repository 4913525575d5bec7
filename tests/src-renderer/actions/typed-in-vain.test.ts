import { describe, expect, it } from 'vitest'
import { TypedInVain } from '../../../src-renderer/actions/typed-in-vain'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

describe('what is typed in vain', () => {
  it('is nothing before a key was refused', () => {
    expect(new TypedInVain().takes({ ...plain, key: 'm' }, 0)).toBe(false)
  })

  it('takes every key until a pause, each a second from the one before', () => {
    const vain = new TypedInVain()
    vain.begin(0)
    expect(['M', 'o', 'n', 'Enter'].map((key, i) => vain.takes({ ...plain, key }, 900 * (i + 1)))).toEqual([true, true, true, true])
    expect(vain.takes({ ...plain, key: 'n' }, 3600 + 1000)).toBe(false)
  })

  it('leaves keys with Ctrl, Cmd or Alt their meaning', () => {
    const vain = new TypedInVain()
    vain.begin(0)
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(vain.takes({ ...plain, key: 'z', [held]: true }, 10)).toBe(false)
  })

  it('ends by Escape and by Tab, which mean what they always do', () => {
    for (const key of ['Escape', 'Tab']) {
      const vain = new TypedInVain()
      vain.begin(0)
      expect(vain.takes({ ...plain, key }, 10)).toBe(false)
      expect(vain.takes({ ...plain, key: 'n' }, 20)).toBe(false)
    }
  })
})
