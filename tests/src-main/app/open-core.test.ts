import { expect, it } from 'vitest'
import { openCore } from '#main/app/open-core'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('lets go of the thread that decodes pictures too when it is closed, once it has done what it was at', async () => {
  const { context: { core }, close } = await openCore({ home: await temporaryFolder() })
  let ended = false
  const decoding = core.pictures.call('decodeHeic', { bytes: new Uint8Array(40) }).finally(() => ended = true)
  const refused = expect(decoding).rejects.toMatchObject({ code: expect.not.stringMatching('THREAD_LOST') })
  await close()
  expect(ended).toBe(true)
  await refused
})
