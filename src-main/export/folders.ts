import type { Exporter, ExportSource, Written } from '#main/export/exporter'
import { constants } from 'node:fs'
import { access, copyFile, lstat, mkdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { contentHash } from '#main/photos/content-hash'

/** A folder for each label with copies of its photos. */
export const folders: Exporter = {
  id: 'folders',
  title: 'Folders by label (copies)',
  sentence: 'A folder for each label with a copy of every photo that has it; your originals stay where they are.',
  to: { kind: 'folder' },
  write: (source, to) => fill(source, to, {
    place: copyWhole,
    isPlaced: sameContent,
  }),
}

/** The same with symbolic links: no disk space, but the photos must stay where they are. */
export const linkedFolders: Exporter = {
  id: 'linked-folders',
  title: 'Folders by label (links)',
  sentence: 'A folder for each label with a link to every photo that has it; takes no space.',
  to: { kind: 'folder' },
  write: (source, to) => fill(source, to, {
    place: (from, at) => symlink(from, at),
    isPlaced: async (from, at) => await readlink(at).catch(() => undefined) === from,
  }),
}

/** How a photo comes to its place, and whether it lies there from an export before. */
interface Way {
  place: (from: string, at: string) => Promise<void>
  isPlaced: (from: string, at: string) => Promise<boolean>
}

async function fill({ folder, photos }: ExportSource, to: string, way: Way): Promise<Written> {
  await access(folder)
  const used = new Set<string>()
  let gone = 0
  for (const { path, label } of photos) {
    if (label === null)
      continue
    const from = join(folder, path)
    if (await isGone(from)) {
      gone++
      continue
    }
    const inside = join(to, folderName(label))
    await mkdir(inside, { recursive: true })
    used.add(await placeFree(from, inside, way, used))
  }
  return { written: used.size, gone }
}

async function isGone(file: string): Promise<boolean> {
  return access(file).then(() => false, ({ code }) => code === 'ENOENT' || code === 'ENOTDIR')
}

/** Photos of one label may share a file name: later ones get a number, and nothing that is there is overwritten. */
async function placeFree(from: string, inside: string, { place, isPlaced }: Way, used: ReadonlySet<string>): Promise<string> {
  const ending = extname(from)
  const stem = basename(from, ending)
  for (let n = 1; ; n++) {
    const at = join(inside, n === 1
      ? `${stem}${ending}`
      : `${stem} (${n})${ending}`)
    if (used.has(at))
      continue
    if (!await lstat(at).catch(() => undefined)) {
      await place(from, at)
      return at
    }
    if (await isPlaced(from, at))
      return at
  }
}

/** A copy that was cut off would be another photo of that name to the next export, and lie beside the whole one for good. */
async function copyWhole(from: string, at: string): Promise<void> {
  const draft = join(dirname(at), `.${process.pid}.part`)
  try {
    await copyFile(from, draft, constants.COPYFILE_FICLONE)
    await rename(draft, at)
  }
  catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function sameContent(one: string, other: string): Promise<boolean> {
  const [a, b] = [await stat(one), await lstat(other)]
  return b.isFile() && a.size === b.size && await contentHash(one) === await contentHash(other)
}

/** A label as a folder's name on every system: no separators, no reserved characters, no dots at its ends. */
export function folderName(label: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = label.replace(/[<>:"/\\|?*\u0000-\u001F]/g, '_').replace(/^\.+|[. ]+$/g, '_')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe)
    ? `${safe}_`
    : safe
}
