import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../src-renderer/words/languages'

type Texts = Record<string, string>

const english = textsOf(languages.en.words)
const others = Object.entries(languages).filter(([id]) => id !== 'en').map(([id, { words }]) => [id, textsOf(words)] as const)

describe.each(others)('the catalogues of %s', (_, texts) => {
  it('have the keys of the English ones', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
  })

  it('fill in the same and have as many forms', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(namesIn(text), key).toEqual(namesIn(english[key]))
      expect(text.split(' | ').length, key).toBe(english[key].split(' | ').length)
    }
  })
})

it('have one German word for a row of what to label next', () => {
  const { actions, queue } = languages.de.words
  expect([...Object.values(actions), ...Object.values(queue)].filter(text => /\bZeile/.test(text))).toEqual([])
})

it('have several forms only where a number called n can choose', () => {
  for (const [key, text] of Object.entries(english)) {
    if (text.includes(' | '))
      expect(namesIn(text), key).toContain('n')
  }
})

it('have no text that nothing says', () => {
  const root = join(import.meta.dirname, '../../../src-renderer')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:ts|vue)$/.test(path) && !/^words[/\\](?:english|german)[/\\]/.test(path))
    .map(path => readFileSync(join(root, path), 'utf8'))
    .join('\n')
  // A key that is put together from a part that varies (`facets.${facet}`) speaks for all keys that begin so.
  const begun = [...sources.matchAll(/`([\w-]+\.[\w-]*)\$\{/g)].map(([, beginning]) => beginning)
  const unsaid = Object.keys(english).filter(key => !sources.includes(`'${key}'`) && !sources.includes(`keypath="${key}"`) && !begun.some(beginning => key.startsWith(beginning)))
  expect(unsaid).toEqual([])
})

function textsOf(catalogue: Readonly<Record<string, Readonly<Texts>>>): Texts {
  return Object.fromEntries(Object.entries(catalogue).flatMap(([area, texts]) => Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text])))
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
}
