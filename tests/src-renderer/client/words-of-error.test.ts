import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { wordsOfError, wordsOfReport } from '../../../src-renderer/client/words-of-error'

it('passes on the core\'s own words and code', () => {
  const error = new ORPCError('FOLDER_NOT_FOUND', { message: 'There is no folder here. Choose another.' })
  expect(wordsOfError(error)).toEqual({ text: 'There is no folder here. Choose another.', code: 'FOLDER_NOT_FOUND' })
})

it('never shows what only a programmer can read', () => {
  expect(wordsOfError(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'x is undefined' })).text).not.toContain('undefined')
  expect(wordsOfReport({ code: 'INTERNAL', message: 'x is undefined' })).toEqual({
    text: expect.not.stringContaining('undefined'),
    code: 'INTERNAL: x is undefined',
  })
  expect(wordsOfError(new TypeError('Failed to fetch')).text).not.toContain('fetch')
})

it('tells an unknown page to sign in again', () => {
  expect(wordsOfError(new ORPCError('UNAUTHORIZED')).text).toContain('address')
})
