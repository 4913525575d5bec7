import { describe, expect, it } from 'vitest'
import { augmented, viewCount } from '#main/embed/augment'
import { random } from '#main/matrix/random'

const side = 8
const photo = Uint8Array.from({ length: side * side * 3 }, (_, at) => 40 + (at * 37) % 160)

describe('augmented', () => {
  it('shows the photo itself, then its mirror image, then parts of it in other colours', () => {
    expect(augmented(photo, side, 0, 1)).toBe(photo)
    const mirrored = augmented(photo, side, 1, 1)
    for (let x = 0; x < side; x++)
      expect([...mirrored.subarray(x * 3, x * 3 + 3)]).toEqual([...photo.subarray((side - 1 - x) * 3, (side - x) * 3)])
    const views = Array.from({ length: viewCount }, (_, view) => augmented(photo, side, view, 1))
    expect(new Set(views.map(String)).size).toBe(viewCount)
  })

  it('makes the same view of the same seed, and keeps what is all one colour so', () => {
    expect(augmented(photo, side, 3, 9)).toEqual(augmented(photo, side, 3, 9))
    expect(augmented(photo, side, 3, 9)).not.toEqual(augmented(photo, side, 3, 8))
    const grey = new Uint8Array(photo.length).fill(100)
    const seed = random(5).integer(1000)
    for (let view = 2; view < viewCount; view++)
      expect(new Set(augmented(grey, side, view, seed)).size).toBe(1)
  })
})
