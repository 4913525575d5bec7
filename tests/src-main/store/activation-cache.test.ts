import { expect, it } from 'vitest'
import { activationsOf, hasActivations, hashesKept, openActivationCache, saveActivations } from '#main/store/activation-cache'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('keeps activations by network and boundary, photo and view', async () => {
  const folder = await temporaryFolder()
  const cache = openActivationCache(folder, 'one boundary')
  saveActivations(cache, 'one boundary', [{ hash: 'a', view: 0, bytes: Uint8Array.of(1, 2) }, { hash: 'a', view: 1, bytes: Uint8Array.of(3, 4) }])
  cache.close()
  const again = openActivationCache(folder, 'other boundary')
  expect([...activationsOf(again, 'one boundary', 'a', 1)!]).toEqual([3, 4])
  expect(hasActivations(again, 'one boundary', 'a', 0)).toBe(true)
  expect(hasActivations(again, 'other boundary', 'a', 0)).toBe(false)
  expect(activationsOf(again, 'one boundary', 'b', 0)).toBeUndefined()
  again.close()
})

it('names the photos of which it keeps activations, more than it reads at a time', async () => {
  const cache = openActivationCache(await temporaryFolder(), 'one boundary')
  const hashes = Array.from({ length: 4_001 }, (_, i) => `${i}`.padStart(8, '0'))
  saveActivations(cache, 'one boundary', hashes.flatMap(hash => [0, 1].map(view => ({ hash, view, bytes: Uint8Array.of(1) }))))
  saveActivations(cache, 'other boundary', [{ hash: 'other', view: 0, bytes: Uint8Array.of(1) }])
  expect([...await hashesKept(cache, 'one boundary')]).toEqual(hashes)
  cache.close()
})
