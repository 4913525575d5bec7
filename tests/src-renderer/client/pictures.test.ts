import { createRouterClient, implement } from '@orpc/server'
import { expect, it, vi } from 'vitest'
import { contract } from '#shared/contract/contract'
import { picturesOf } from '../../../src-renderer/client/pictures'
import { speak } from '../../../src-renderer/words/speech'

const { photos } = implement(contract)

/** A core whose thumbnail of photo n is n bytes of the value n, and which has none of photo 13. */
function setUp() {
  const calls: number[][] = []
  const thumbnails = photos.thumbnails.handler(({ input }) => {
    calls.push(input.photos)
    const sizes = input.photos.map(photo => photo === 13
      ? 0
      : photo)
    return {
      sizes,
      jpegs: new Blob(input.photos.map((photo, i) => new Uint8Array(sizes[i]).fill(photo))),
      failed: input.photos.filter(photo => photo === 13).map(photo => ({ photo, code: 'PHOTO_UNREADABLE', message: 'It is torn.', data: { path: 'a/b.jpg' } })),
    }
  })
  const core = createRouterClient({
    photos: { thumbnails },
  })
  return {
    calls,
    pictures: picturesOf(core as unknown as Parameters<typeof picturesOf>[0]),
  }
}

async function bytesAt(address: string | null): Promise<number[]> {
  return [
    ...new Uint8Array(await (await fetch(address!)).arrayBuffer()),
  ]
}

it('asks once for all photos wanted in one go, and gives each its own picture', async () => {
  const { calls, pictures } = setUp()
  const [three, none, two] = await Promise.all([3, 13, 2].map(photo => pictures.address(photo)))
  expect([3, 13, 2].map(pictures.problem)).toEqual([null, 'It is torn.', null])
  expect(calls).toEqual([
    [3, 13, 2],
  ])
  expect(none).toBeNull()
  expect(await bytesAt(three)).toEqual([3, 3, 3])
  expect(await bytesAt(two)).toEqual([2, 2])
})

it('keeps an address until the picture is forgotten', async () => {
  const { calls, pictures } = setUp()
  const first = await pictures.address(5)
  expect(await pictures.address(5)).toBe(first)
  pictures.forget([5])
  expect(calls).toEqual([[5]])
  await pictures.address(5)
  expect(calls).toEqual([
    [5],
    [5],
  ])
})

it('knows no reason of another library', async () => {
  const { pictures } = setUp()
  await pictures.address(13)
  expect(pictures.problem(13)).toBe('It is torn.')
  pictures.forgetAll()
  expect(pictures.problem(13)).toBeNull()
})

it('says why there is none in the language of the page', async () => {
  const { pictures } = setUp()
  await pictures.address(13)
  speak('de')
  expect(pictures.problem(13)).toBe('a/b.jpg ist beschädigt oder abgeschnitten. Aus einer Sicherung zurückholen und erneut versuchen.')
  speak('en')
})

it('tries again for a picture that could not be had', async () => {
  const { calls, pictures } = setUp()
  await pictures.address(13)
  await pictures.address(13)
  expect(calls).toHaveLength(2)
})

it('asks for no more pictures than come onto the page in a frame', async () => {
  const { calls, pictures } = setUp()
  await Promise.all(Array.from({ length: 80 }, (_, i) => pictures.address(i + 1)))
  expect(calls.map(call => call.length)).toEqual([32, 32, 16])
})

it('asks for no more pictures of the map than a call takes', async () => {
  // Node has no bitmaps; of the page's own code nothing is replaced.
  vi.stubGlobal('createImageBitmap', async (jpeg: Blob) => ({ width: jpeg.size }))
  const { calls, pictures } = setUp()
  const bitmaps = await pictures.thumbnails(Array.from({ length: 200 }, (_, i) => i + 1))
  expect(calls.map(call => call.length)).toEqual([128, 72])
  expect(bitmaps.map(bitmap => bitmap?.width ?? 0)).toEqual(Array.from({ length: 200 }, (_, i) => i === 12 ? 0 : i + 1))
  vi.unstubAllGlobals()
})
