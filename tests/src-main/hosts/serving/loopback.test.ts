import { describe, expect, it } from 'vitest'
import { isLoopback } from '#main/hosts/serving/loopback'

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['192.168.0.7', false],
    ['127.photos.example', false],
    ['localhost.example', false],
  ])('%s: %s', (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback)
  })
})
