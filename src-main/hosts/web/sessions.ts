import type { Buffer } from 'node:buffer'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A fresh token or secret: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Who may speak to the core over HTTP. An address carries a token that admits one browser once; that browser then
 * holds a session: a random name and its HMAC under the server's secret. A server that is started again with the
 * same secret knows its sessions again.
 */
export class Sessions {
  readonly #secret: string
  readonly #tokens: Set<string>

  constructor(secret: string, tokens: Iterable<string> = []) {
    this.#secret = secret
    this.#tokens = new Set(tokens)
  }

  /** Makes a token good for one browser. */
  addToken(token: string): void {
    this.#tokens.add(token)
  }

  /** Uses a token up. @returns whether it was good */
  redeem(token: string): boolean {
    let found: string | undefined
    for (const known of this.#tokens) {
      if (equal(known, token))
        found = known
    }
    return found !== undefined && this.#tokens.delete(found)
  }

  /** A new session, as the value of a cookie. */
  open(): string {
    const name = randomBytes(16).toString('base64url')
    return `${name}.${this.#sealOf(name)}`
  }

  /** Whether a cookie's value is a session of this server. */
  knows(session: string | undefined): boolean {
    const [name, seal, ...rest] = session?.split('.') ?? []
    return seal !== undefined && rest.length === 0 && equal(this.#sealOf(name), seal)
  }

  #sealOf(name: string): string {
    return createHmac('sha256', this.#secret).update(`session ${name}`).digest('base64url')
  }
}

/** Compares in a time that tells nothing of where two strings differ, nor of their lengths. */
function equal(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
