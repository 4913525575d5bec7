import { describe, expect, it } from 'vitest'
import { isConnectable, readArguments } from '#main/hosts/electron/arguments'

describe('readArguments', () => {
  it.each([
    [[], {}],
    [
      ['/photos'],
      { folder: '/photos' },
    ],
    [
      [
        '/photos',
        '--library',
        '/l.silhouette',
        '--home=/home',
      ],
      { folder: '/photos', library: '/l.silhouette', home: '/home' },
    ],
    [
      ['--no-sandbox', '--remote-debugging-port=0', '--connect=http://127.0.0.1:1/?token=a'],
      { connect: 'http://127.0.0.1:1/?token=a' },
    ],
    [
      ['--connect='],
      {},
    ],
  ])('%j', (words, asked) => {
    expect(readArguments(words)).toEqual({
      folder: undefined,
      library: undefined,
      home: undefined,
      connect: undefined,
      ...asked,
    })
  })

  it('passes over the application where the words name it', () => {
    expect(readArguments([
      '--inspect=0',
      '/checkout',
      '--no-sandbox',
      '/photos',
    ], true).folder).toBe('/photos')
    expect(readArguments(['/checkout'], true).folder).toBeUndefined()
  })
})

describe('isConnectable', () => {
  it.each([
    'http://127.0.0.1:4187/?token=a',
    'http://localhost:4187',
    'http://[::1]:4187',
    'https://photos.example',
  ])('%s', (address) => {
    expect(isConnectable(address)).toBe(true)
  })

  it.each([
    'http://photos.example',
    'http://192.168.0.7:4187',
    'http://127.0.0.1.photos.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'silhouette://page/',
    'nonsense',
    '',
  ])('not %s', (address) => {
    expect(isConnectable(address)).toBe(false)
  })
})
