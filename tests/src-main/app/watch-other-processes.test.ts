import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openCore } from '#main/app/open-core'
import { OpenLibrary } from '#main/app/open-library'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

async function overwrite(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(bytes, 0, bytes.length, 0)
  await handle.close()
}

it('goes on when the library cannot be read for a while, and notices then what another process wrote', async () => {
  const work = await temporaryFolder()
  const { context: { core }, close } = await openCore({ home: join(work, 'home') })
  onTestFinished(close)
  const file = join(work, 'one.silhouette')
  const library = core.library = new OpenLibrary(file)
  library.db.pragma('wal_checkpoint(TRUNCATE)')
  const told: string[] = []
  onTestFinished(core.changes.listen(({ kind }) => told.push(kind)))
  await setTimeout(300)

  // The index of the log says that the file has changed, and the file is none of SQLite's.
  const header = (await readFile(file)).subarray(0, 100)
  await overwrite(file, new Uint8Array(100))
  await overwrite(`${file}-shm`, new Uint8Array(136))
  expect(() => library.db.pragma('data_version')).toThrow()
  await setTimeout(600)
  expect(told).toEqual([])

  await overwrite(file, header)
  const other = new Sqlite(file)
  onTestFinished(() => void other.close())
  other.exec(`INSERT INTO setting (key, value) VALUES ('noted', '1')`)
  await vi.waitFor(() => expect(told).toContain('photos'), 3_000)
})
