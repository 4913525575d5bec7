import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newToken, Sessions } from '#main/hosts/web/sessions'

describe('newToken', () => {
  it('is 32 random bytes in base64url', () => {
    const tokens = Array.from({ length: 50 }, newToken)
    expect(new Set(tokens).size).toBe(50)
    for (const token of tokens)
      expect(token).toMatch(/^[\w-]{43}$/)
  })
})

describe('sessions', () => {
  it('takes a token once', () => {
    const sessions = new Sessions('secret', ['first'])
    sessions.addToken('second')
    expect(sessions.redeem('third')).toBe(false)
    expect(sessions.redeem('first')).toBe(true)
    expect(sessions.redeem('first')).toBe(false)
    expect(sessions.redeem('second')).toBe(true)
  })

  it('knows its own sessions, and so does a server started again with the same secret', () => {
    const session = new Sessions('secret').open()
    expect(new Sessions('secret').knows(session)).toBe(true)
    expect(new Sessions('another').knows(session)).toBe(false)
    expect(new Sessions('secret').knows(undefined)).toBe(false)
  })

  it('knows nothing that was changed or made up', () => {
    const sessions = new Sessions('secret')
    const session = sessions.open()
    fc.assert(fc.property(fc.nat(session.length - 1), fc.constantFrom(...'aZ09-_.'), (at, sign) => {
      const changed = session.slice(0, at) + sign + session.slice(at + 1)
      expect(sessions.knows(changed)).toBe(changed === session)
    }))
    fc.assert(fc.property(fc.string(), text => !sessions.knows(text)))
  })
})
