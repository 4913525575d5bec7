import { expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { everyTap } from '#main/backbones/every-tap'
import { resnet34 } from '#main/backbones/resnet34'

it('offers each layer averaged and flattened, and all of them side by side', () => {
  const taps = everyTap(resnet34)
  expect(taps.map(({ id, columns }) => [id, columns])).toEqual([
    ['stage-1', 64],
    ['stage-2', 128],
    ['stage-3', 256],
    ['pooled', 512],
    ['stage-1-flat', 2048],
    ['stage-2-flat', 2048],
    ['stage-3-flat', 2048],
    ['pooled-flat', 2048],
    ['all-stages', 960],
  ])
  expect(resnet34.taps.at(-1)?.flat?.count).toBe(25_088)
  expect(everyTap(efficientnetLite0).at(-1)).toMatchObject({ id: 'all-stages', columns: 2064 })
})

it('leaves a head out of what is put side by side, and does not flatten it', () => {
  const layer = { id: 'pooled', title: 'Last', columns: 4, flat: { count: 36 } }
  const taps = everyTap({ taps: [{ ...layer, id: 'stage-1' }, layer, { id: 'head', title: 'Learnt', columns: 2 }] })
  expect(taps.map(({ id, columns }) => [id, columns])).toEqual([
    ['stage-1', 4],
    ['pooled', 4],
    ['head', 2],
    ['stage-1-flat', 36],
    ['pooled-flat', 36],
    ['all-stages', 8],
  ])
  expect(everyTap({ taps: [layer] }).map(({ id }) => id)).toEqual(['pooled', 'pooled-flat'])
})
