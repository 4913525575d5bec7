import { describe, expect, it } from 'vitest'
import { browserCommand } from '#main/hosts/web/open-browser'

describe('browserCommand', () => {
  const url = 'http://127.0.0.1:4187/?token=a-b_c'

  it.each([
    [
      'linux',
      ['xdg-open', url],
    ],
    [
      'darwin',
      ['open', url],
    ],
    [
      'win32',
      ['rundll32', 'url.dll,FileProtocolHandler', url],
    ],
  ] as const)('on %s', (platform, command) => {
    expect(browserCommand(url, platform)).toEqual(command)
  })

  it('never passes on what is no address', () => {
    expect(() => browserCommand('--help', 'linux')).toThrow()
  })
})
