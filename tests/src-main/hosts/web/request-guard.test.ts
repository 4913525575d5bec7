import { describe, expect, it } from 'vitest'
import { refusalOfCall } from '#main/hosts/web/request-guard'

function refusal(headers: Record<string, string>, method = 'POST'): string | null {
  return refusalOfCall(method, name => headers[name])
}

const own = { 'x-silhouette': 'page', 'host': '127.0.0.1:4187' }

describe('refusalOfCall', () => {
  it('lets the page\'s own calls through', () => {
    expect(refusal({ ...own, 'sec-fetch-site': 'same-origin' })).toBeNull()
    expect(refusal({ ...own, origin: 'http://127.0.0.1:4187' })).toBeNull()
    expect(refusal(own)).toBeNull()
  })

  it.each([
    [
      'without the header',
      { host: own.host },
      'POST',
    ],
    ['by GET', own, 'GET'],
    [
      'from another site',
      { ...own, 'sec-fetch-site': 'cross-site' },
      'POST',
    ],
    [
      'from another port of this machine',
      { ...own, 'sec-fetch-site': 'same-site' },
      'POST',
    ],
    [
      'from another origin',
      { ...own, origin: 'http://127.0.0.1:9999' },
      'POST',
    ],
    [
      'from no origin',
      { ...own, origin: 'null' },
      'POST',
    ],
  ])('refuses one %s', (_why, headers, method) => {
    expect(refusal(headers as Record<string, string>, method)).toBeTypeOf('string')
  })
})
