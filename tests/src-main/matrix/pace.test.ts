import { expect, it } from 'vitest'
import { pace } from '#main/matrix/pace'

it('lets a message through during long work', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 10)
  const rest = pace('Counting', controller.signal)
  await expect((async () => {
    for (;;)
      await rest()
  })()).rejects.toMatchObject({
    code: 'CANCELLED',
    data: { work: 'Counting' },
  })
})
