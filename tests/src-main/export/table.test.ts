import type { ExportSource } from '#main/export/exporter'
import { execFileSync } from 'node:child_process'
import { statSync, watch } from 'node:fs'
import { lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderName } from '#main/export/folders'
import { exporters } from '#main/export/table'
import { labelsFromCsv } from '#main/hosts/cli/labels-from-csv'
import { matrix } from '#main/matrix/matrix'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

async function source(): Promise<{ source: ExportSource, to: string }> {
  const folder = await temporaryFolder()
  const photos = [
    {
      id: 1,
      path: 'a/x.jpg',
      label: 'Cats, "big"',
      suggestion: null,
      confidence: null,
      cluster: 0,
      x: 0.123456789,
      y: -1,
    },
    {
      id: 2,
      path: 'b/x.jpg',
      label: 'Cats, "big"',
      suggestion: null,
      confidence: null,
      cluster: -1,
      x: 1,
      y: 2,
    },
    {
      id: 4,
      path: 'b/new\nline.jpg',
      label: null,
      suggestion: 'Dogs',
      confidence: 0.5,
      cluster: null,
      x: null,
      y: null,
    },
  ]
  for (const { path } of photos) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), `content of ${path}`)
  }
  return {
    to: join(await temporaryFolder(), 'out'),
    source: {
      folder,
      photos,
      labels: [
        { name: 'Cats, "big"', colour: '#000000', photos: 2, parent: null },
      ],
      vectors: async () => ({
        space: 1 as never,
        photos: Uint32Array.of(1, 2, 4),
        vectors: matrix(3, 2, Float32Array.of(1, 2, 3, 4, 5, 6)),
      }),
      network: async () => ({
        name: 'run-1',
        bytes: Uint8Array.of(1, 2, 3),
        description: { title: 'Run 1', resize: 40 },
        classNames: { file: 'birds.json', content: new TextEncoder().encode('["wren"]') },
      }),
    },
  }
}

it('names every exporter as the table does', () => {
  for (const [id, exporter] of Object.entries(exporters))
    expect(exporter.id).toBe(id)
})

describe('what is written', () => {
  it('is a table that reads back the same', async () => {
    const { source: from, to } = await source()
    expect(await exporters.csv.write(from, to)).toMatchObject({ written: 3 })
    const text = await readFile(to, 'utf8')
    expect(text.split('\n')[0]).toBe('path,label,suggestion,confidence,cluster,x,y')
    expect(text).toContain('a/x.jpg,"Cats, ""big""",,,0,0.1234568,-1\n')
    expect(labelsFromCsv(text, to)).toEqual([
      { path: 'a/x.jpg', label: 'Cats, "big"' },
      { path: 'b/x.jpg', label: 'Cats, "big"' },
    ])
  })

  it('is read as it was meant, where a table by hand has quotes of its own', () => {
    expect(labelsFromCsv('path,label\r\na.jpg,5" disk\nb "old".jpg,"cats, ""big"" ones"\nc.jpg,"x" y\n', 'a table')).toEqual([
      { path: 'a.jpg', label: '5" disk' },
      { path: 'b "old".jpg', label: 'cats, "big" ones' },
      { path: 'c.jpg', label: '"x" y' },
    ])
    expect(() => labelsFromCsv('path,label\na.jpg,\nb.jpg, \n', 'a table')).toThrow('a table gives no photo a label.')
  })

  it('is JSON that reads back the same', async () => {
    const { source: from, to } = await source()
    await exporters.json.write(from, to)
    const read = JSON.parse(await readFile(to, 'utf8'))
    expect(read.photos).toEqual(from.photos.map(({ id, ...photo }) => photo))
    expect(read.labels).toEqual(from.labels)
  })

  it('is an array for NumPy with its paths in the same order', async () => {
    const { source: from, to } = await source()
    expect(await exporters.vectors.write(from, to)).toMatchObject({ written: 3 })
    const file = await readFile(join(to, 'vectors.npy'))
    const start = 10 + file.readUInt16LE(8)
    expect(start % 64).toBe(0)
    expect(file.toString('latin1', 10, start)).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(3, 2\), \} *\n$/)
    expect([
      ...new Float32Array(new Uint8Array(file.subarray(start)).buffer),
    ]).toEqual([1, 2, 3, 4, 5, 6])
    expect(await readFile(join(to, 'paths.txt'), 'utf8')).toBe('a/x.jpg\nb/x.jpg\nb/new\nline.jpg\n')
  })

  it('is a folder for each label, with no file lost to another of its name', async () => {
    const { source: from, to } = await source()
    expect(await exporters.folders.write(from, to)).toMatchObject({ written: 2 })
    const inside = join(to, folderName('Cats, "big"'))
    expect((await readdir(inside)).sort()).toEqual(['x (2).jpg', 'x.jpg'])
    expect(await readFile(join(inside, 'x (2).jpg'), 'utf8')).toBe('content of b/x.jpg')
  })

  it('shows a copy under its name only once it is whole', async () => {
    const { source: from, to } = await source()
    const bytes = 64 << 20
    await writeFile(join(from.folder, 'a/x.jpg'), Buffer.alloc(bytes, 1))
    const inside = join(to, folderName('Cats, "big"'))
    await mkdir(inside, { recursive: true })
    const sizes: number[] = []
    const watcher = watch(inside, (_, name) => name === 'x.jpg' && sizes.push(statSync(join(inside, name)).size))
    await exporters.folders.write(from, to)
    await expect.poll(() => sizes.length).toBeGreaterThan(0)
    watcher.close()
    expect(new Set(sizes)).toEqual(new Set([bytes]))
    expect((await readdir(inside)).sort()).toEqual(['x (2).jpg', 'x.jpg'])
  })

  it.runIf(process.platform !== 'win32')('goes where a link leads, and into a pipe, and replaces neither', async () => {
    const { source: from, to } = await source()
    const [link, pipe] = [`${to}-link`, `${to}-pipe`]
    await writeFile(to, 'old')
    await symlink(to, link)
    await exporters.csv.write(from, link)
    expect(await readlink(link)).toBe(to)
    const table = await readFile(to, 'utf8')
    expect(table).toMatch(/^path,label/)
    execFileSync('/usr/bin/mkfifo', [pipe])
    const [read] = await Promise.all([readFile(pipe, 'utf8'), exporters.csv.write(from, pipe)])
    expect(read).toBe(table)
    expect((await lstat(pipe)).isFIFO()).toBe(true)
  })

  it('is the same when it is exported again, and leaves out photos whose file is gone', async () => {
    const { source: from, to } = await source()
    const twins = [...from.photos, { ...from.photos[0], id: 5, path: 'c/x.jpg' }, { ...from.photos[0], id: 6, path: 'c/gone.jpg' }]
    await mkdir(join(from.folder, 'c'))
    await writeFile(join(from.folder, 'c/x.jpg'), 'content of a/x.jpg')
    const inside = (place: string): string => join(place, folderName('Cats, "big"'))
    for (const format of ['folders', 'linked-folders'] as const) {
      const place = join(to, format)
      for (let time = 0; time < 2; time++)
        expect(await exporters[format].write({ ...from, photos: twins }, place)).toEqual({ written: 3, gone: 1 })
      expect((await readdir(inside(place))).sort()).toEqual(['x (2).jpg', 'x (3).jpg', 'x.jpg'])
    }

    // What somebody changed since is kept, and the photo comes beside it.
    await writeFile(join(inside(join(to, 'folders')), 'x (2).jpg'), 'changed')
    await exporters.folders.write({ ...from, photos: twins }, join(to, 'folders'))
    expect((await readdir(inside(join(to, 'folders')))).sort()).toEqual(['x (2).jpg', 'x (3).jpg', 'x (4).jpg', 'x.jpg'])
    expect(await readFile(join(inside(join(to, 'folders')), 'x (2).jpg'), 'utf8')).toBe('changed')

    await rm(from.folder, { recursive: true })
    await expect(exporters.folders.write(from, to)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is a network, how it is used, and the names of its classes', async () => {
    const { source: from, to } = await source()
    expect(await exporters.onnx.write(from, join(to, 'mine.onnx'))).toMatchObject({ written: 3 })
    expect([...await readFile(join(to, 'mine.onnx'))]).toEqual([1, 2, 3])
    expect(JSON.parse(await readFile(join(to, 'mine.json'), 'utf8'))).toEqual({ title: 'Run 1', resize: 40 })
    expect(await readFile(join(to, 'birds.json'), 'utf8')).toBe('["wren"]')
  })

  it('is links where links are asked for', async () => {
    const { source: from, to } = await source()
    await exporters['linked-folders'].write(from, to)
    expect(await readlink(join(to, folderName('Cats, "big"'), 'x.jpg'))).toBe(join(from.folder, 'a/x.jpg'))
  })
})

it('makes a folder name of any label', () => {
  expect(folderName('a/b\\c:d')).toBe('a_b_c_d')
  expect(folderName('..')).toBe('_')
  expect(folderName('con')).toBe('con_')
  expect(folderName('Ferien 2024')).toBe('Ferien 2024')
})
