import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertPageBuilt, pageFile } from '#main/hosts/serving/page-files'

let around: string
let folder: string

beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'silhouette-page-'))
  folder = join(around, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await mkdir(join(around, 'renderer-secret'))
  await writeFile(join(around, 'secret.html'), 'secret')
  await writeFile(join(around, 'renderer-secret', 'secret.html'), 'secret')
  await writeFile(join(folder, 'index.html'), 'page')
  await writeFile(join(folder, 'assets', 'a b.css'), 'css')
  await writeFile(join(folder, 'assets', 'unknown.ending'), 'bytes')
})
afterAll(() => rm(around, { recursive: true }))

describe('pageFile', () => {
  it('reads the page, and files with a sign in their name', async () => {
    expect(String((await pageFile(folder, '/'))?.body)).toBe('page')
    expect(await pageFile(folder, '/assets/a%20b.css')).toMatchObject({ type: 'text/css; charset=utf-8' })
    expect(await pageFile(folder, '/assets/unknown.ending')).toMatchObject({ type: 'application/octet-stream' })
  })

  it.each([
    '/assets',
    '/index.html/x',
    '/none.js',
    '/%',
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/../renderer-secret/secret.html',
    '/assets/..%2f../../secret.html',
  ])('finds nothing at %s', async (path) => {
    expect(await pageFile(folder, path)).toBeNull()
  })

  it('never leaves its folder', async () => {
    const part = fc.constantFrom('..', '.', '', '%2e%2e', '%2f', 'assets', 'renderer-secret', 'secret.html', '%5c', '%00', 'C:')
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const file = await pageFile(folder, `/${parts.join('/')}`)
      expect(String(file?.body)).not.toBe('secret')
    }))
  })
})

describe('assertPageBuilt', () => {
  it('says how to build a page that is missing', () => {
    expect(() => assertPageBuilt(folder)).not.toThrow()
    expect(() => assertPageBuilt(around)).toThrow(expect.objectContaining({
      code: 'PAGE_NOT_BUILT',
      message: expect.stringContaining('npm run build'),
    }))
  })
})
