import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { assignments } from '#main/store/assignments'
import { migrations, schemaVersion } from '#main/store/migrations/all'
import { openLibraryFile } from '#main/store/open-library-file'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('makes a library where there is none, and opens it again', async () => {
  const file = join(await temporaryFolder(), 'deep', 'new.silhouette')
  const db = openLibraryFile(file)
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion)
  db.prepare(`INSERT INTO label (name, colour) VALUES ('cat', '#000000')`).run()
  db.close()
  const again = openLibraryFile(file)
  expect(again.prepare('SELECT name FROM label').pluck().all()).toEqual(['cat'])
  again.close()
})

it('runs every migration from the schema before it', async () => {
  for (const [at, { version }] of migrations.entries()) {
    expect(version).toBe(at + 1)
    const db = new Sqlite(':memory:')
    for (const { sql } of migrations.slice(0, at + 1))
      db.exec(sql)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const loose = db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).pluck().all()
    expect(loose).toEqual([])
    db.close()
  }
})

it('takes over the labels of photos that were kept a row each', async () => {
  const file = join(await temporaryFolder(), 'old.silhouette')
  const old = new Sqlite(file)
  for (const { sql } of migrations.slice(0, 4))
    old.exec(sql)
  old.pragma('application_id = 0x536C6874')
  old.pragma('user_version = 4')
  const given = new Map([[1, 1], [1023, 70_000], [1024, 0x7F000001], [1025, 1], [5000, 2]])
  for (const label of new Set(given.values()))
    old.prepare(`INSERT INTO label (id, name, colour) VALUES (?, ?, '#000000')`).run(label, `label ${label}`)
  for (const [photo, label] of given) {
    old.prepare(`INSERT INTO photo (id, path, hash, bytes, modified_ms) VALUES (?, ?, '', 0, 0)`).run(photo, String(photo))
    old.prepare('INSERT INTO assignment (photo_id, label_id) VALUES (?, ?)').run(photo, label)
  }
  old.close()
  const db = openLibraryFile(file)
  expect(assignments(db)).toEqual({ photos: Uint32Array.from(given.keys()), labels: Uint32Array.from(given.values()) })
  db.close()
})

it('refuses a library of a later version and leaves every byte of it', async () => {
  const file = join(await temporaryFolder(), 'later.silhouette')
  const db = openLibraryFile(file)
  db.pragma(`user_version = ${schemaVersion + 1}`)
  db.close()
  const before = await readFile(file)
  expect(() => openLibraryFile(file)).toThrow(expect.objectContaining({ code: 'LIBRARY_TOO_NEW' }))
  expect(await readFile(file)).toEqual(before)
})

it('refuses what is no library and leaves every byte of it', async () => {
  const folder = await temporaryFolder()
  const text = join(folder, 'text.silhouette')
  await writeFile(text, 'this is not a database, but a text that is longer than a hundred bytes, so that a header could be read from it')
  const short = join(folder, 'short.silhouette')
  await writeFile(short, 'short')
  const foreign = join(folder, 'foreign.silhouette')
  const other = new Sqlite(foreign)
  other.exec('CREATE TABLE theirs (x); PRAGMA user_version = 3')
  other.close()
  const young = join(folder, 'young.silhouette')
  const unversioned = new Sqlite(young)
  unversioned.exec('CREATE TABLE theirs (x)')
  unversioned.close()
  for (const file of [text, short, foreign, young, folder]) {
    const before = file === folder
      ? undefined
      : await readFile(file)
    expect(() => openLibraryFile(file)).toThrow(expect.objectContaining({ code: 'LIBRARY_NOT_OURS' }))
    if (before)
      expect((await readFile(file)).subarray(0, 16)).toEqual(before.subarray(0, 16))
  }
  expect(await readFile(text, 'utf8')).toContain('this is not a database')
})

it('says so when the place cannot be written', async () => {
  const file = join(await temporaryFolder(), 'a file')
  await writeFile(file, '')
  expect(() => openLibraryFile(join(file, 'inside.silhouette'))).toThrow(expect.objectContaining({ code: 'LIBRARY_NOT_WRITABLE' }))
})
