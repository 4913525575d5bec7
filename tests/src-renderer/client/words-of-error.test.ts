import { ORPCError } from '@orpc/client'
import { afterEach, expect, it } from 'vitest'
import { wordsOfError, wordsOfReport } from '../../../src-renderer/client/words-of-error'
import { speak } from '../../../src-renderer/words/speech'

afterEach(() => speak('en'))

it('passes on the core\'s own words and code', () => {
  const error = new ORPCError('FOLDER_NOT_FOUND', { message: 'There is no folder here. Choose another.' })
  expect(wordsOfError(error)).toEqual({ text: 'There is no folder here. Choose another.', code: 'FOLDER_NOT_FOUND' })
})

it('never shows what only a programmer can read', () => {
  expect(wordsOfError(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'x is undefined' })).text).not.toContain('undefined')
  expect(wordsOfReport({ code: 'INTERNAL', message: 'x is undefined', data: {} })).toEqual({
    text: expect.not.stringContaining('undefined'),
    code: 'INTERNAL: x is undefined',
  })
  expect(wordsOfError(new TypeError('Failed to fetch')).text).not.toContain('fetch')
})

it('tells an unknown page to sign in again', () => {
  expect(wordsOfError(new ORPCError('UNAUTHORIZED')).text).toContain('address')
})

it('says a failure in the language of the page where it knows its code and all that belongs to it', () => {
  const error = (data: object): ORPCError<string, object> => new ORPCError('FOLDER_NOT_FOUND', { message: 'There is no folder at /x.', data })
  speak('de')
  expect(wordsOfError(error({ path: '/x' }))).toEqual({ text: expect.stringMatching(/^Unter \/x gibt es keinen Ordner/), code: 'FOLDER_NOT_FOUND' })
  expect(wordsOfError(error({})).text).toBe('There is no folder at /x.')
  expect(wordsOfReport({ code: 'NOT_KNOWN_HERE', message: 'Odd.', data: {} }).text).toBe('Odd.')
})
