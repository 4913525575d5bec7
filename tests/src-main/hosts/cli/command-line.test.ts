import type { Outcome } from '#tests/fixtures/run-silhouette'
import { existsSync, watch } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openLibraryFile } from '#main/store/open-library-file'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { runSilhouette } from '#tests/fixtures/run-silhouette'
import { smallNetwork } from '#tests/fixtures/small-network'

const each = 8
const kinds = ['balls', 'boats', 'city'] as const

/** The way through on the command line, in the order a person goes it. */
describe('the command line', { timeout: 120_000 }, () => {
  let work: string
  let photos: string
  let library: string

  const run = (...words: string[]): Promise<Outcome> => runSilhouette(words, { home: join(work, 'home') })
  const inLibrary = (...words: string[]): Promise<Outcome> => run(...words, '--library', library, '--json')

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'silhouette-cli-'))
    photos = join(work, 'photos')
    library = join(work, 'cli.silhouette')
    await generatePhotos(photos, { each, kinds: [...kinds] })
    await writeFile(join(photos, 'boats', 'broken.jpg'), 'this is no picture')
  })

  afterAll(() => rm(work, { recursive: true, force: true }))

  it('goes on after it was killed, embeds each photo once and loses none', async () => {
    // Sooner or later by the machine: whatever was done by then, the next run ends with everything.
    await runSilhouette(['index', photos, '--library', library, '--quiet'], { home: join(work, 'home'), killAfterMs: 1_500 })
    const { json, status, stderr } = await inLibrary('index', photos)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(json).toMatchObject({ photos: each * kinds.length + 1, backbone: 'efficientnet-lite0', executionProvider: 'cpu' })
    expect(json.embedded + json.skipped).toBe(each * kinds.length)
    expect(json.failed).toEqual([expect.objectContaining({ path: 'boats/broken.jpg', code: 'PHOTO_FORMAT_UNSUPPORTED' })])
    const db = openLibraryFile(library)
    expect(db.prepare('SELECT count(*) AS n, count(DISTINCT photo_id) AS photos FROM vector').get()).toEqual({ n: each * kinds.length, photos: each * kinds.length })
    expect(db.prepare('SELECT count(*) FROM in_flight').pluck().get()).toBe(0)
    db.close()
  })

  it('embeds nothing the second time', async () => {
    expect((await inLibrary('index', photos)).json).toMatchObject({ embedded: 0 })
  })

  it('labels, learns, suggests and undoes', async () => {
    expect((await inLibrary('label', '--from-folders', '--share', '0.5')).json).toEqual({ changed: each * kinds.length / 2, actions: 1 })
    const learnt = (await inLibrary('learn')).json
    expect(learnt).toMatchObject({
      loss: 'silhouette',
      kept: expect.any(Boolean),
      heldOut: { before: { accuracy: expect.any(Number) }, after: { silhouette: expect.any(Number) } },
    })
    const suggested = (await inLibrary('suggest')).json
    expect(suggested.suggested).toBe(each * kinds.length / 2)
    const { json: status } = await inLibrary('status')
    expect(status.labels).toEqual(Object.fromEntries(kinds.map(kind => [kind, each / 2])))
    expect(status.runs).toEqual([expect.objectContaining({ loss: 'silhouette', depth: 'head', optimizer: 'adam', schedule: 'constant', clusters: null, seed: 0 })])
    expect((await run('status', '--library', library)).stdout).toMatch(/run 1: silhouette, head, adam, constant rate, \d+ dimensions, seed 0; (not )?kept\. /)
    const csv = join(work, 'out.csv')
    await inLibrary('export', 'csv', '--to', csv)
    const [header, ...rows] = (await readFile(csv, 'utf8')).trim().split('\n').map(line => line.split(','))
    expect(header).toEqual(['path', 'label', 'suggestion', 'confidence', 'cluster', 'x', 'y'])
    expect(rows).toHaveLength(each * kinds.length)
    const right = rows.filter(([path, label, suggestion]) => path.split('/')[0] === (label || suggestion))
    expect(right.length).toBeGreaterThan(rows.length * 0.9)
    expect((await inLibrary('suggest', '--accept-above', '0')).json.accepted).toBe(each * kinds.length / 2)
    expect((await inLibrary('undo')).json).toMatchObject({ changed: each * kinds.length / 2, actions: 1 })
    expect((await inLibrary('redo')).json).toMatchObject({ changed: each * kinds.length / 2, actions: 2 })
  })

  it('labels by path, by folder and by table', async () => {
    expect((await inLibrary('unlabel', join(photos, 'city'))).json.changed).toBe(each)
    expect((await inLibrary('label', 'Night, "lights"', join(photos, 'city'))).json.changed).toBe(each)
    const csv = join(work, 'labels.csv')
    await inLibrary('export', 'csv', '--to', csv)
    await inLibrary('unlabel', photos)
    await inLibrary('label', '--csv', csv)
    expect((await inLibrary('status')).json.labels).toMatchObject({ 'Night, "lights"': each })
  })

  it('projects, measures and finds', async () => {
    expect((await inLibrary('project', '--method', 'pca')).json).toMatchObject({ projection: expect.any(Number), trustworthiness: expect.any(Number) })
    expect((await inLibrary('quality')).json).toMatchObject({
      silhouette: expect.any(Number),
      byLabel: { boats: { photos: each } },
    })
    const similar = (await inLibrary('similar', join(photos, 'city', 'city-001.jpg'))).json
    expect(similar[0]).toEqual({ path: expect.stringMatching(/^city\//), distance: expect.any(Number) })
    const likeFolder = (await inLibrary('similar', join(photos, 'city'))).json
    expect(likeFolder).toHaveLength(each * (kinds.length - 1))
    expect(likeFolder.some(({ path }: { path: string }) => path.startsWith('city/'))).toBe(false)
    expect((await run('similar', photos, '--library', library)).stdout).toBe('There are no others.\n')
    expect((await inLibrary('outliers', '--limit', '3')).json).toEqual(expect.any(Array))
    expect((await inLibrary('duplicates')).json).toEqual(expect.any(Array))
  })

  it('exports vectors and folders, but never among the photos', async () => {
    expect((await inLibrary('export', 'vectors', '--to', join(work, 'vectors'), '--space', '1')).json.written).toBe(each * kinds.length)
    const npy = await readFile(join(work, 'vectors/vectors.npy'))
    expect(npy.length).toBe(128 + each * kinds.length * 1280 * 4)
    expect((await readFile(join(work, 'vectors/paths.txt'), 'utf8')).trim().split('\n')).toHaveLength(each * kinds.length)
    await inLibrary('export', 'folders', '--to', join(work, 'sorted'))
    expect(await readdir(join(work, 'sorted', 'boats'))).toHaveLength(each)
    const refused = await run('export', 'csv', '--to', join(photos, 'x.csv'), '--library', library)
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringMatching(/^error EXPORT_AMONG_PHOTOS: .*\n$/) })
  })

  it.each([
    ['a folder that is not there', ['index', '/nowhere/at/all'], 'FOLDER_NOT_FOUND'],
    ['a file in place of a folder', ['index', import.meta.filename], 'NOT_A_FOLDER'],
    ['an unknown command', ['frobnicate'], 'USAGE'],
    ['an unknown option', ['status', '--frobnicate'], 'USAGE'],
    ['a library that is not there', ['status', '--library', '/nowhere/x.silhouette'], 'LIBRARY_NOT_FOUND'],
    ['an unknown backbone', ['index', 'PHOTOS', '--backbone', 'nonesuch', '--library', 'LIBRARY'], 'UNKNOWN_BACKBONE'],
    ['a backbone that is not here', ['index', 'PHOTOS', '--backbone', 'resnet34', '--library', 'LIBRARY'], 'MODEL_MISSING'],
    ['an unknown tap', ['index', 'PHOTOS', '--taps', 'nonesuch', '--library', 'LIBRARY'], 'UNKNOWN_TAP'],
    ['an unknown loss', ['learn', '--loss', 'nonesuch', '--library', 'LIBRARY'], 'UNKNOWN_LOSS'],
    ['an unknown depth', ['learn', '--depth', 'nonesuch', '--library', 'LIBRARY'], 'UNKNOWN_DEPTH'],
    ['an unknown optimizer', ['learn', '--optimizer', 'nonesuch', '--library', 'LIBRARY'], 'UNKNOWN_OPTIMIZER'],
    ['an unknown schedule', ['learn', '--schedule', 'nonesuch', '--library', 'LIBRARY'], 'UNKNOWN_SCHEDULE'],
    ['clusters for a loss that has labels', ['learn', '--clusters', '5', '--library', 'LIBRARY'], 'CLUSTERS_UNUSED'],
    ['more clusters than photos allow', ['learn', '--loss', 'dec', '--clusters', '500', '--library', 'LIBRARY'], 'NOT_ENOUGH_PHOTOS'],
    ['too many dimensions', ['learn', '--dimensions', '2000', '--library', 'LIBRARY'], 'DIMENSIONS_TOO_MANY'],
    ['an unknown space', ['quality', '--space', '999', '--library', 'LIBRARY'], 'UNKNOWN_SPACE'],
    ['a space that is no number', ['project', '--space', 'x', '--library', 'LIBRARY'], 'UNKNOWN_SPACE'],
    ['a direct map of many dimensions', ['project', '--space', '1', '--method', 'direct', '--library', 'LIBRARY'], 'DIRECT_NEEDS_TWO_DIMENSIONS'],
    ['an unknown method', ['project', '--method', 'magic', '--library', 'LIBRARY'], 'UNKNOWN_METHOD'],
    ['a label of two lines', ['label', 'x\ny', 'PHOTOS', '--library', 'LIBRARY'], 'USAGE'],
    ['a label without a letter', ['label', '  ', 'PHOTOS', '--library', 'LIBRARY'], 'USAGE'],
    ['a label that is too long', ['label', 'x'.repeat(121), 'PHOTOS', '--library', 'LIBRARY'], 'USAGE'],
    ['an unknown photo', ['label', 'x', '/nowhere/a.jpg', '--library', 'LIBRARY'], 'UNKNOWN_PHOTO'],
    ['an unknown format', ['export', 'floppy', '--to', '/tmp/nothing', '--library', 'LIBRARY'], 'UNKNOWN_FORMAT'],
    ['the network of a run that is not there', ['export', 'onnx', '--to', '/tmp/nothing.onnx', '--run', '99', '--library', 'LIBRARY'], 'UNKNOWN_RUN'],
    ['to add the network of no run', ['models', 'add', '--run', 'x', '--library', 'LIBRARY'], 'UNKNOWN_RUN'],
    ['to add a network that is not there', ['models', 'add', '/nowhere/at.onnx'], 'USAGE'],
    ['to add what is no network', ['models', 'add', import.meta.filename], 'MODEL_DAMAGED'],
    ['a library of another folder', ['index', 'OTHER', '--library', 'LIBRARY'], 'LIBRARY_OF_OTHER_FOLDER'],
  ])('refuses %s', async (_, words, code) => {
    const before = await readFile(library)
    const given = words.map(word => ({ PHOTOS: photos, LIBRARY: library, OTHER: join(photos, 'city') })[word] ?? word)
    const { status, stdout, stderr } = await run(...given)
    expect(stderr).toMatch(new RegExp(`^error ${code}: [^\\n]+\\n$`))
    expect(status).toBe(code.startsWith('MODEL_') ? 1 : 2)
    expect(stdout).toBe('')
    expect(await readFile(library)).toEqual(before)
  })

  it('refuses to train through an operator that has no gradient, before anything is done for it', async () => {
    const small = smallNetwork()
    const nodes = small.graph.nodes.map(node => node.outputs.includes('pooled') ? { ...node, opType: 'Softsign', name: 'softened' } : node)
    await writeFile(join(work, 'softsign.onnx'), writeModel({ ...small, graph: { ...small.graph, nodes } }))
    await run('models', 'add', join(work, 'softsign.onnx'))
    const soft = join(work, 'soft.silhouette')
    await run('index', photos, '--library', soft, '--backbone', 'softsign', '--quiet')
    await run('label', '--from-folders', '--library', soft, '--quiet')
    const before = await readFile(soft)
    const { status, stdout, stderr } = await run('learn', '--depth', 'last-stage', '--dimensions', '4', '--library', soft, '--quiet')
    expect(stderr).toMatch(/^error OPERATOR_NOT_TRAINABLE: [^\n]*Softsign \(node "softened"\)[^\n]*\n$/)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(await readFile(soft)).toEqual(before)
    expect(existsSync(join(work, 'soft.silhouette.cache', 'activations.sqlite'))).toBe(false)
    expect((await run('learn', '--dimensions', '4', '--library', soft)).status).toBe(0)
  })

  it('says what an experiment cannot do before it reads a photo, and writes nothing among them', async () => {
    const file = join(work, 'experiment.silhouette')
    for (const [words, code] of [[['nonesuch', photos], 'UNKNOWN_EXPERIMENT'], [['seen', photos, '--to', join(photos, 'experiments')], 'EXPORT_AMONG_PHOTOS']] as const) {
      expect(await run('experiment', ...words, '--library', file)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(new RegExp(`^error ${code}: [^\\n]+\\n$`)) })
      expect(existsSync(file)).toBe(false)
    }
    expect(existsSync(join(photos, 'experiments'))).toBe(false)
    expect(await run('experiment', 'seen', photos, '--to', join(library, 'out'), '--losses', 'silhouette', '--dimensions', '2', '--library', library, '--quiet'))
      .toMatchObject({ status: 1, stderr: expect.stringMatching(/^error EXPORT_FAILED: [^\n]+\n$/) })
  })

  it('makes no library for an empty folder', async () => {
    await mkdir(join(work, 'empty'))
    const file = join(work, 'none.silhouette')
    expect(await run('index', join(work, 'empty'), '--library', file)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^error FOLDER_EMPTY: /) })
    expect(existsSync(file)).toBe(false)
  })

  it('ends at once when it is stopped amid what is no long work, and leaves nothing behind', async () => {
    const temporary = join(work, 'temporary')
    await mkdir(temporary)
    const made = watch(temporary)
    onTestFinished(() => made.close())
    const { status, stdout, stderr } = await runSilhouette(['simulate', '--strategy', 'random', '--budget', '1000', '--library', library], {
      home: join(work, 'home'),
      temporary,
      onStart: child => made.once('change', () => child.kill('SIGTERM')),
    })
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(/^error CANCELLED: [^\n]+\n$/) })
    expect(await readdir(temporary)).toEqual([])
  })

  it('is done though nobody reads what it says any more', async () => {
    const { status, stderr } = await runSilhouette(['status', '--library', library], {
      home: join(work, 'home'),
      onStart: child => child.stdout.destroy(),
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('says so when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const { status, stderr } = await run('serve', '--port', String(port), '--library', library)
    taken.close()
    expect(stderr).toMatch(/^error PORT_TAKEN: /)
    expect(status).toBe(1)
  })

  it('says whose photos it opens where their folder was renamed', async () => {
    const [old, renamed] = [join(work, 'van'), join(work, 'van 2')]
    await generatePhotos(old, { each: 2, kinds: ['balls'] })
    await run('index', old, '--quiet')
    await rename(old, renamed)
    const opening = await runSilhouette(['open', renamed, '--no-browser'], {
      home: join(work, 'home'),
      onStart: child => child.stdout.once('data', () => child.kill('SIGTERM')),
    })
    expect(opening.stderr).toMatch(`These are the photos of ${old}, which is gone: its library goes on here.\n`)
    expect(opening.status).toBe(0)
  })
})
