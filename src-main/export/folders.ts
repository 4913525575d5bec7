import type { Exporter, ExportSource } from '#main/export/exporter'
import { constants } from 'node:fs'
import { copyFile, mkdir, symlink } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'

/** A folder for each label with copies of its photos. */
export const folders: Exporter = {
  id: 'folders',
  title: 'Folders by label (copies)',
  sentence: 'A folder for each label with a copy of every photo that has it; your originals stay where they are.',
  to: { kind: 'folder' },
  write: (source, to) => fill(source, to, (from, at) => copyFile(from, at, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)),
}

/** The same with symbolic links: no disk space, but the photos must stay where they are. */
export const linkedFolders: Exporter = {
  id: 'linked-folders',
  title: 'Folders by label (links)',
  sentence: 'A folder for each label with a link to every photo that has it; takes no space.',
  to: { kind: 'folder' },
  write: (source, to) => fill(source, to, (from, at) => symlink(from, at)),
}

async function fill({ folder, photos }: ExportSource, to: string, place: (from: string, at: string) => Promise<void>): Promise<number> {
  let written = 0
  for (const { path, label } of photos) {
    if (label === null)
      continue
    const inside = join(to, folderName(label))
    await mkdir(inside, { recursive: true })
    await placeFree(inside, basename(path), at => place(join(folder, path), at))
    written++
  }
  return written
}

/** Photos of one label may share a file name: later ones get a number, and nothing that is there is overwritten. */
async function placeFree(inside: string, name: string, place: (at: string) => Promise<void>): Promise<void> {
  const ending = extname(name)
  const stem = basename(name, ending)
  for (let n = 1; ; n++) {
    try {
      return await place(join(inside, n === 1
        ? name
        : `${stem} (${n})${ending}`))
    }
    catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw error
    }
  }
}

/** A label as a folder's name on every system: no separators, no reserved characters, no dots at its ends. */
export function folderName(label: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = label.replace(/[<>:"/\\|?*\u0000-\u001F]/g, '_').replace(/^\.+|[. ]+$/g, '_')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe)
    ? `${safe}_`
    : safe
}
