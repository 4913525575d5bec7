import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { insideFolder } from '#main/app/inside-folder'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('tells whether a path lies inside a folder, whatever its name and whether it is there', async () => {
  const work = await temporaryFolder()
  const photos = join(work, 'photos')
  await mkdir(join(photos, '..x'), { recursive: true })
  expect(insideFolder(photos, photos)).toBe('')
  expect(insideFolder(photos, join(photos, '..x'))).toBe('..x')
  expect(insideFolder(photos, join(photos, '..x', 'not', 'there.csv'))).toBe('..x/not/there.csv')
  for (const outside of [work, join(work, 'photos-2'), join(work, 'not', 'there.csv'), '/'])
    expect(insideFolder(photos, outside)).toBeUndefined()
})

it('follows links, there and on the way to what is not there', async () => {
  const work = await temporaryFolder()
  const photos = join(work, 'photos')
  await mkdir(photos)
  await writeFile(join(photos, 'a.jpg'), '')
  await symlink(photos, join(work, 'link'))
  expect(insideFolder(photos, join(work, 'link', 'a.jpg'))).toBe('a.jpg')
  expect(insideFolder(photos, join(work, 'link', 'new', 'b.csv'))).toBe('new/b.csv')
  expect(insideFolder(join(work, 'link'), join(photos, 'c.csv'))).toBe('c.csv')
  await symlink(work, join(photos, 'out'))
  expect(insideFolder(photos, join(photos, 'out', 'd.csv'))).toBeUndefined()
})
