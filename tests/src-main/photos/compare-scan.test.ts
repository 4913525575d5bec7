import type { KnownPhoto } from '#main/photos/compare-scan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareScan, settleScan } from '#main/photos/compare-scan'

function known(id: number, path: string, hash: string, missing = false): KnownPhoto {
  return {
    id,
    path,
    hash,
    bytes: 10,
    modifiedMs: 1000,
    missing,
  }
}

function found(path: string, modifiedMs = 2000) {
  return { path, bytes: 10, modifiedMs }
}

async function outcomeOf(before: KnownPhoto[], after: Record<string, string>) {
  const comparison = await compareScan(before, Object.keys(after).map(path => found(path)))
  return settleScan(comparison, new Map(Object.entries(after)))
}

describe('compareScan', () => {
  it('reads no file whose size and time are as they were', async () => {
    const photo = known(1, 'a.jpg', 'A')
    expect(await compareScan([photo], [
      found('a.jpg', 1000),
      found('b.jpg'),
    ])).toEqual({
      unchanged: [photo],
      toHash: [
        found('b.jpg'),
      ],
      unsettled: [],
    })
    expect(await compareScan([photo], [
      found('a.jpg', 1001),
    ])).toEqual({
      unchanged: [],
      toHash: [
        found('a.jpg', 1001),
      ],
      unsettled: [photo],
    })
  })
})

describe('settleScan', () => {
  it('tells added, changed, touched and removed apart', async () => {
    const outcome = await outcomeOf([
      known(1, 'same', 'A'),
      known(2, 'edited', 'B'),
      known(3, 'gone', 'C'),
    ], { same: 'A', edited: 'B2', new: 'D' })
    expect(outcome.touched.map(({ photo }) => photo.id)).toEqual([1])
    expect(outcome.changed.map(({ photo, file }) => [photo.id, file.hash])).toEqual([
      [2, 'B2'],
    ])
    expect(outcome.added.map(({ path }) => path)).toEqual(['new'])
    expect(outcome.removed.map(({ id }) => id)).toEqual([3])
    expect(outcome.moved).toEqual([])
  })

  it('follows a photo to its new path', async () => {
    const outcome = await outcomeOf([
      known(1, 'a', 'A'),
    ], { 'sub/b': 'A' })
    expect(outcome).toMatchObject({
      moved: [
        {
          photo: { id: 1 },
          file: { path: 'sub/b' },
        },
      ],
      added: [],
      removed: [],
    })
  })

  it('takes a copy for a second photo while the first is still there', async () => {
    const first = known(1, 'a', 'A')
    const comparison = await compareScan([first], [
      found('a', 1000),
      found('copy'),
    ])
    expect(await settleScan(comparison, new Map([
      ['copy', 'A'],
    ]))).toMatchObject({
      added: [
        { path: 'copy' },
      ],
      moved: [],
      removed: [],
    })
  })

  it('lets two photos swap their names and keep their labels', async () => {
    const outcome = await outcomeOf([
      known(1, 'a', 'A'),
      known(2, 'b', 'B'),
    ], { a: 'B', b: 'A' })
    expect(outcome.moved.map(({ photo, file }) => [photo.id, file.path])).toEqual([
      [2, 'a'],
      [1, 'b'],
    ])
    expect(outcome.changed).toEqual([])
  })

  it('leaves a photo alone whose file could not be read', async () => {
    const comparison = await compareScan([
      known(1, 'a', 'A'),
    ], [
      found('a'),
    ])
    expect(await settleScan(comparison, new Map())).toEqual({
      added: [],
      changed: [],
      moved: [],
      touched: [],
      removed: [],
    })
  })

  it('takes the photo that is there for the one at a path, and still finds the missing ones that had it by their content', async () => {
    const photos = [
      known(1, 'b', 'A'),
      known(2, 'b', 'B', true),
      known(3, 'b', 'C', true),
    ]
    expect(await compareScan(photos, [
      found('b', 1000),
    ])).toMatchObject({
      unchanged: [{ id: 1 }],
      unsettled: [{ id: 2 }, { id: 3 }],
    })
    expect(await outcomeOf(photos, { b: 'D' })).toMatchObject({
      changed: [{ photo: { id: 1 } }],
      removed: [{ id: 2 }, { id: 3 }],
    })
    expect(await outcomeOf(photos, { b: 'B', c: 'C' })).toMatchObject({
      moved: [{ photo: { id: 2 } }, { photo: { id: 3 } }],
      removed: [{ id: 1 }],
    })
  })

  it('settles every photo and every file exactly once, and a second scan finds nothing to do', async () => {
    const contents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('A', 'B', 'C'), { noNullPrototype: true })
    await fc.assert(fc.asyncProperty(contents, contents, async (before, after) => {
      const photos = Object.entries(before).map(([path, hash], id) => known(id, path, hash))
      const { added, changed, moved, touched, removed } = await outcomeOf(photos, after)
      const rediscovered = [
        ...changed,
        ...moved,
        ...touched,
      ]
      expect([
        ...removed,
        ...rediscovered.map(({ photo }) => photo),
      ].map(({ id }) => id).sort()).toEqual(photos.map(({ id }) => id).sort())
      expect([
        ...added,
        ...rediscovered.map(({ file }) => file),
      ].map(({ path }) => path).sort()).toEqual(Object.keys(after).sort())
      expect(moved.every(({ photo, file }) => photo.hash === file.hash && after[photo.path] !== photo.hash)).toBe(true)
      const now = [
        ...rediscovered.map(({ photo, file }) => ({ ...file, id: photo.id, missing: false })),
        ...added.map((file, i) => ({ ...file, id: 100 + i, missing: false })),
        ...removed.map(photo => ({ ...photo, missing: true })),
      ]
      const again = await compareScan(now, Object.keys(after).map(path => found(path)))
      expect([again.toHash, again.unsettled.map(({ id }) => id)]).toEqual([[], removed.map(({ id }) => id)])
    }))
  })
})
