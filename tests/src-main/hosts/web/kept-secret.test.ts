import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { keptSecret } from '#main/hosts/web/kept-secret'
import { Sessions } from '#main/hosts/web/sessions'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('is the same the next time, so that sessions go on', async () => {
  const data = join(await temporaryFolder(), 'data')
  const session = new Sessions(await keptSecret(data)).open()
  expect(new Sessions(await keptSecret(data)).knows(session)).toBe(true)
  expect(new Sessions(await keptSecret(join(data, 'other'))).knows(session)).toBe(false)
})

it.skipIf(process.platform === 'win32')('is its owner\'s alone', async () => {
  const data = await temporaryFolder()
  await keptSecret(data)
  expect((await stat(join(data, 'sessions.key'))).mode & 0o777).toBe(0o600)
})

it('takes nothing for a secret that is none', async () => {
  const data = await temporaryFolder()
  await writeFile(join(data, 'sessions.key'), '')
  const secret = await keptSecret(data)
  expect(secret).toHaveLength(43)
  expect(await readFile(join(data, 'sessions.key'), 'utf8')).toBe(secret)
})
