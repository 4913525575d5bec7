import { readFile, writeFile } from 'node:fs/promises'
import { ORPCError } from '@orpc/client'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { ReportedError } from '#main/threads/reported-error'
import { Cancelled } from '#shared/errors/cancelled'
import { reportOf } from '#shared/errors/silhouette-error'

it('reports our own errors as they are, from here, from another thread and from a call', () => {
  const report = { code: 'PHOTO_MISSING', message: 'It is gone.', data: { file: '/x' } }
  expect(reportOf(new ReportedError(report))).toEqual(report)
  expect(reportOf(new Cancelled('Learning'))).toMatchObject({ code: 'CANCELLED', data: { work: 'Learning' } })
  expect(reportOf(new ORPCError(report.code, report))).toEqual(report)
  expect(reportOf(new ORPCError('BAD_REQUEST'))).toMatchObject({ code: 'BAD_REQUEST', data: {} })
})

it('says that there is no room left, whoever found out', async () => {
  const db = new Sqlite(':memory:')
  db.exec('CREATE TABLE one (bytes BLOB)')
  db.pragma('max_page_count = 3')
  const thrown: unknown[] = []
  try {
    db.exec('INSERT INTO one VALUES (zeroblob(100000))')
  }
  catch (error) {
    thrown.push(error)
  }
  if (process.platform === 'linux')
    thrown.push(await writeFile('/dev/full', 'x').catch((error: unknown) => error))
  expect(thrown.length).toBeGreaterThan(0)
  for (const one of thrown)
    expect(reportOf(one)).toMatchObject({ code: 'DISK_FULL', message: expect.stringContaining('Make some') })
})

it('takes no code of the system or of SQLite for one of ours, and keeps their words', async () => {
  const ofSystem = await readFile('/nowhere/at all').catch((error: unknown) => error)
  expect(ofSystem).toMatchObject({ code: 'ENOENT' })
  const db = new Sqlite(':memory:')
  db.exec('CREATE TABLE one (name TEXT UNIQUE)')
  const twice = (): unknown => db.exec(`INSERT INTO one VALUES ('a'), ('a')`)
  expect(twice).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE' }))
  let ofSqlite: unknown
  try {
    twice()
  }
  catch (error) {
    ofSqlite = error
  }
  for (const [thrown, words] of [[ofSystem, 'no such file'], [ofSqlite, 'UNIQUE constraint failed'], [new TypeError('oops'), 'oops'], ['words', 'words'], [{ code: 'ODD', message: 'not an error' }, '']] as const) {
    const { code, message } = reportOf(thrown)
    expect(code).toBe('INTERNAL')
    expect(message).toContain(words)
  }
})
