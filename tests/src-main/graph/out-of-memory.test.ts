import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

// Only here can a process be given less memory than there is.
it.runIf(process.platform === 'linux')('says that memory ran out, and goes on with what fits', async () => {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -v 4000000; exec "$0" tests/fixtures/starved.ts', process.execPath])
  expect(stdout.trim().split('\n')).toEqual(['4', 'MODEL_OUT_OF_MEMORY', '4'])
})
