import type { PhotoId } from '#shared/domain/ids'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('refuses what cannot be meant before anything is done', async () => {
  const { client, close } = await openCore({ home: await temporaryFolder() })
  onTestFinished(close)
  const odd = new Blob([Uint8Array.of(1, 0, 0, 0, 2)])
  const label = { name: 'Cat' }
  for (const call of [
    client.labels.assignEach({ photos: [1, 2] as PhotoId[], labels: ['Cat'] }),
    client.labels.assignEach({ photos: [1] as PhotoId[], labels: ['Cat', 'Dog'] }),
    client.labels.assign({ photos: odd, label }),
    client.suggestions.accept({ photos: odd }),
    client.suggestions.refuse({ photos: odd }),
    client.find.similar({ photos: odd }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 })
  await expect(client.labels.assign({ photos: new Blob([Uint32Array.of(1)]), label })).rejects.toMatchObject({ code: 'NO_LIBRARY' })
})
