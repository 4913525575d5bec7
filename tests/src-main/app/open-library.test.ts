import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OpenLibrary } from '#main/app/open-library'
import { saveClassScores } from '#main/store/class-scores'
import { addSpace } from '#main/store/spaces'
import { cacheFolderOf, saveThumbnail, thumbnailOf } from '#main/store/thumbnail-cache'
import { newLibrary } from '#tests/fixtures/new-library'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('opens a library whose cache of thumbnails is damaged, and makes that anew', async () => {
  const { library, photos: [photo] } = await newLibrary(1)
  saveThumbnail(library.cache, photo, 1, Buffer.from('a picture'))
  library.close()
  const cache = join(cacheFolderOf(library.file), 'thumbnails.sqlite')
  for (const bytes of [Buffer.alloc(8192, 'no database'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 1)])]) {
    await writeFile(cache, bytes)
    await writeFile(`${cache}-wal`, bytes)
    const again = new OpenLibrary(library.file)
    expect(thumbnailOf(again.cache, photo, 1)).toBeUndefined()
    saveThumbnail(again.cache, photo, 1, Buffer.from('a picture'))
    again.close()
  }
  const whole = new OpenLibrary(library.file)
  expect(thumbnailOf(whole.cache, photo, 1)).toEqual(Buffer.from('a picture'))
  whole.close()
})

it('tells the classes of the very photos that are asked for', async () => {
  const { library, photos: [one, two, three] } = await newLibrary(3)
  for (const photo of [one, two, three])
    saveClassScores(library.db, photo, 'lite0', { classes: Uint16Array.of(photo), scores: Float32Array.of(1) })
  const classes = async (...photos: number[]): Promise<number[]> => {
    const { classes, k } = await library.classScoresOf(Uint32Array.from(photos), 'lite0')
    return photos.map((_, row) => classes[row * k])
  }
  expect(await classes(one, three)).toEqual([one, three])
  expect(await classes(two, three)).toEqual([two, three])
  const asked = Uint32Array.of(two, three)
  expect(library.classScoresOf(asked, 'lite0')).toBe(library.classScoresOf(asked.slice(), 'lite0'))
})

it('keeps the vectors of the two spaces that were asked for last', async () => {
  const { library } = await newLibrary(1)
  const [own, before, after] = Array.from({ length: 3 }, (_, at) => addSpace(library.db, { backbone: 'b', tap: `t${at}`, run: null, dimensions: 2 }))
  const kept = library.vectorsOf(own)
  const old = library.vectorsOf(before)
  expect(library.vectorsOf(own)).toBe(kept)
  void library.vectorsOf(after)
  expect(library.vectorsOf(own)).toBe(kept)
  expect(library.vectorsOf(before)).not.toBe(old)
})

it('says so where the cache cannot be made, and leaves no library open', async () => {
  const file = join(await temporaryFolder(), 'test.silhouette')
  await writeFile(cacheFolderOf(file), 'a file where the folder should be')
  expect(() => new OpenLibrary(file)).toThrow(expect.objectContaining({ code: 'LIBRARY_NOT_WRITABLE' }))
  // SQLite takes its log away with the last connection that closes.
  expect(existsSync(`${file}-wal`)).toBe(false)
  await rm(cacheFolderOf(file))
  await mkdir(cacheFolderOf(file))
  new OpenLibrary(file).close()
})
