import { describe, expect, it } from 'vitest'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { resnet34 } from '#main/backbones/resnet34'
import { threadsFor } from '#main/embed/threads-for'

describe('threadsFor', () => {
  it('leaves cores for decoding beside a light network, and always gives at least one', () => {
    expect([1, 2, 4, 8, 16].map(cores => threadsFor(efficientnetLite0, cores))).toEqual([1, 1, 2, 5, 10])
    expect([1, 2, 8].map(cores => threadsFor(resnet34, cores))).toEqual([1, 2, 8])
    expect(threadsFor({}, 4)).toBe(4)
  })
})
