import type { HeldOutScores } from '#main/learn/held-out'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { depthsToChoose, lossesToChoose } from '#main/app/learn-options'
import { everyTap } from '#main/backbones/every-tap'
import { backbones } from '#main/backbones/table'
import { exporters } from '#main/export/table'
import { verdictOn, verdictOnClusters } from '#main/learn/verdict'
import { actPhrases, actTitle } from '#shared/domain/act-title'
import { coreWords, failureWords } from '../../src-renderer/words/core-words'
import { failures } from '../../src-renderer/words/german/failures'
import { speak } from '../../src-renderer/words/speech'

beforeAll(() => speak('de'))
afterAll(() => speak('en'))

const root = join(import.meta.dirname, '../../src-main')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts')).map(path => readFileSync(join(root, path), 'utf8')).join('\n')

describe('what the core says is said in German too', () => {
  it('of every loss, depth and way out', () => {
    // A few are called the same in both languages.
    const same = ['Silhouette', 'JSON', 'Dunn', 'DeepCluster', 'Calinski–Harabasz', 'Davies–Bouldin']
    for (const [topic, choices] of [['losses', lossesToChoose()], ['depths', depthsToChoose], ['formats', Object.values(exporters)]] as const) {
      for (const { title, sentence } of choices) {
        expect(same.includes(title) || coreWords(topic, title) !== title, title).toBe(true)
        expect(coreWords(topic, sentence), sentence).not.toBe(sentence)
      }
    }
  })

  it('of every step of long work', () => {
    const steps = [...sources.matchAll(/\b(?:step|firstStep)(?: =|:) '([^']+)'|tasks\.start\('[\w-]+', ['`]([^'`]+)['`]/g)].map(([, named, started]) => (named ?? started).replace(/\$\{[^}]*\}/, 'ResNet34'))
    expect(steps.length).toBeGreaterThan(8)
    for (const step of new Set(steps))
      expect(coreWords('steps', step), step).not.toBe(step)
  })

  it('of every layer of the networks there are', () => {
    for (const backbone of Object.values(backbones)) {
      for (const { title } of everyTap(backbone)) {
        const said = `${backbone.title}, ${title.toLowerCase()}`
        expect(coreWords('spaces', said), said).not.toBe(said)
      }
    }
    expect(coreWords('spaces', 'ResNet34 (ImageNet), objects, as the classifier sees them, by place')).toBe('ResNet34 (ImageNet), Gegenstände, wie der Klassifikator sie sieht, nach Stellen im Bild')
    expect(coreWords('spaces', 'mine, stage 2')).toBe('mine, Stufe 2')
    expect(coreWords('spaces', 'mine, a layer of mine')).toBe('mine, a layer of mine')
  })

  it('of every verdict', () => {
    const scores = (right: number[], silhouettes: number[]): HeldOutScores => ({ right: Float64Array.from(right), silhouettes: Float64Array.from(silhouettes) })
    const [worse, better] = [scores([1, 0], [-0.2, 0.1]), scores([1, 1], [0.5, 0.6])]
    for (const { verdict } of [verdictOn(worse, better), verdictOn(better, worse), verdictOnClusters(worse, better, 12), verdictOnClusters(better, worse, 12)])
      expect(coreWords('verdicts', verdict), verdict).toMatch(/Raum|Gruppen/)
    const written = [...sources.matchAll(/\bverdict: '([^']+)'\s*\+ '([^']+)'/g)].map(([, start, end]) => start + end)
    expect(written.length).toBeGreaterThan(0)
    for (const verdict of written)
      expect(coreWords('verdicts', verdict), verdict).not.toBe(verdict)
    expect(coreWords('verdicts', verdictOn(worse, better).verdict)).toContain('ging von −0,05 auf 0,55')
  })

  it('of every act', () => {
    for (const phrase of actPhrases) {
      const said = (actTitle as (phrase: string, values: Record<string, unknown>) => string)(phrase, { photos: 1204, n: 3, label: 'Qa', name: 'Qb', other: 'Qc' })
      const german = coreWords('acts', said)
      expect(german, said).not.toBe(said)
      // Neither names nor numbers get lost on the way.
      for (const [name] of said.matchAll(/\bQ.\b/g))
        expect(german, said).toContain(name)
      expect(german.includes('1.204'), said).toBe(said.includes('1,204'))
    }
    expect(coreWords('acts', 'Label 1,204 photos Cats, old')).toBe('1.204 Fotos als „Cats, old“ benennen')
    expect(coreWords('acts', 'Label 1 photo')).toBe('1 Foto mit Labels versehen')
  })

  it('of every failure a page can meet, with its data', () => {
    // Those of starting a host, of the command line, and of a person's own network, which is added there.
    const elsewhere = ['DESKTOP_ENDED', 'ELECTRON_NOT_FETCHED', 'HOST_UNAVAILABLE', 'PAGE_NOT_BUILT', 'PORT_TAKEN', 'SERVER_KEEPS_CRASHING', 'USAGE', 'MODEL_DESCRIPTION_INVALID', 'MODEL_FILE_TAKEN', 'MODEL_NAME_TAKEN', 'MODEL_NOT_AN_IMAGE_NETWORK', 'TOO_FEW_GROUPS']
    const codes = [...sources.matchAll(/\bcode = '([A-Z_]+)'/g)].map(([, code]) => code)
    expect(codes.filter(code => !elsewhere.includes(code) && !Object.hasOwn(failures, code))).toEqual([])
    const shared = ['CANCELLED', 'DISK_FULL']
    expect(Object.keys(failures)).toEqual(expect.arrayContaining(shared))
    for (const code of Object.keys(failures).filter(code => !code.startsWith('UNKNOWN_')))
      expect(codes.includes(code) || shared.includes(code), code).toBe(true)
    expect(failureWords('LABEL_NAME_TAKEN', { name: 'Hund' })).toContain('„Hund“')
  })
})
