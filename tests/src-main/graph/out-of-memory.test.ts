import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

// Only here can a process be given less memory than there is.
it.runIf(process.platform === 'linux')('says that memory ran out, and goes on with what fits', async () => {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -v 4000000; exec "$0" tests/fixtures/starved.ts', process.execPath])
  expect(stdout.trim().split('\n')).toEqual(['4', 'MODEL_OUT_OF_MEMORY', '4'])
})

it.runIf(process.platform === 'linux')('halves the batch of a training of the network until it fits', { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/fixtures/starved-training.ts', await temporaryFolder(), '1024', '500000'])
  expect(stdout.trim().split('\n')).toEqual(['MODEL_OUT_OF_MEMORY', '10 steps, the loss is a number', 'CANCELLED'])
})
