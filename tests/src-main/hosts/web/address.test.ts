import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { isOwnHost, originOf } from '#main/hosts/web/address'

describe('originOf', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80'],
    ['localhost', 'http://localhost:80'],
    ['photos.example', 'http://photos.example:80'],
  ])('%s is %s', (host, origin) => {
    expect(originOf({ host, port: 80 })).toBe(origin)
  })

  it('names one address for every interface', () => {
    expect(originOf({ host: '0.0.0.0', port: 4187 })).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:4187$/)
    expect(originOf({ host: '0.0.0.0', port: 4187 })).not.toContain('0.0.0.0')
  })
})

describe('isOwnHost', () => {
  const local = { host: '127.0.0.1', port: 4187 }
  const open = { host: '0.0.0.0', port: 4187 }

  it.each([
    '127.0.0.1:4187',
    'localhost:4187',
    'LOCALHOST:4187',
    '[::1]:4187',
    '127.0.0.2:4187',
  ])('a local server answers to %s', (header) => {
    expect(isOwnHost(header, local)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'localhost',
    '127.0.0.1:4188',
    'rebound.example:4187',
    '192.168.0.7:4187',
    '127.0.0.1.rebound.example:4187',
    '127.0.0.1:4187:1',
    'localhost:4187@rebound.example',
  ])('a local server does not answer to %s', (header) => {
    expect(isOwnHost(header, local)).toBe(false)
  })

  it('an open server answers to addresses and the machine\'s name, not to a stranger\'s', () => {
    expect(isOwnHost('192.168.0.7:4187', open)).toBe(true)
    expect(isOwnHost('[fe80::1]:4187', open)).toBe(true)
    expect(isOwnHost(`${hostname()}:4187`, open)).toBe(true)
    expect(isOwnHost('rebound.example:4187', open)).toBe(false)
    expect(isOwnHost('photos.example:4187', { host: 'photos.example', port: 4187 })).toBe(true)
  })

  it('needs no port in the header where it is HTTP\'s own', () => {
    expect(isOwnHost('localhost', { host: 'localhost', port: 80 })).toBe(true)
  })
})
