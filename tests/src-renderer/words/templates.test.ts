import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'vue/compiler-sfc'
import { languages } from '../../../src-renderer/words/languages'

/** What is the same in every language: names, signs, and keys that are called so everywhere. */
const names = new Set(['Silhouette', 'F2', 'px'])
/** Attributes and properties that are read out or shown. */
const shown = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'description', 'label', 'placeholder', 'said', 'text', 'title', 'words'])

/** The parts used here of the tree that Vue parses a template into. */
interface TemplateNode {
  type: number
  tag?: string
  content?: string | { content: string }
  props?: { type: number, name: string, value?: { content: string }, arg?: { content: string }, exp?: { content: string } }[]
  children?: TemplateNode[]
}

const [elementType, textType, interpolationType, attributeType] = [1, 2, 5, 6]
const keys = new Set(Object.entries(languages.en.words).flatMap(([area, texts]) => Object.keys(texts).map(key => `${area}.${key}`)))
const root = join(import.meta.dirname, '../../../src-renderer')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })

describe.each(files.filter(path => path.endsWith('.vue')).map(path => [basename(path), readFileSync(join(root, path), 'utf8')]))('the template of %s', (_, source) => {
  const nodes = allOf(parse(source).descriptor.template?.ast as TemplateNode | undefined)

  it('says nothing that is not in the catalogues', () => {
    expect(nodes.flatMap(wordsOf)).toEqual([])
  })

  it('fills only texts of the catalogues', () => {
    const keypaths = nodes.filter(({ tag }) => tag === 'I18nT').map(({ props }) => props?.find(({ name }) => name === 'keypath')?.value?.content ?? '')
    for (const keypath of keypaths) {
      expect(keys).toContain(keypath)
    }
  })
})

it('is a catalogue that scripts take their sentences from', () => {
  const sentences = files.filter(path => /\.(?:ts|vue)$/.test(path) && !/^words[/\\](?:english|german)[/\\]/.test(path)).flatMap((path) => {
    const source = readFileSync(join(root, path), 'utf8')
    const script = path.endsWith('.vue') ? parse(source).descriptor.scriptSetup?.content ?? '' : source
    // What is thrown is for programmers: what the page knows how to say is caught and said in its own words.
    const lines = script.split('\n').filter(line => !/^\s*(?:\/?\*|\/\/)|throw new|super\(|new TypeError/.test(line))
    return [...lines.join('\n').matchAll(/['`](\p{Lu}\p{Ll}+ [\p{L}$][^'`\n]*)['`]/gu)].map(([, text]) => `${path}: ${text}`)
  })
  expect(sentences).toEqual([])
})

it('finds words in texts, in what is shown of an element, and in strings of expressions', () => {
  const found = (template: string): string[] => allOf(parse(`<template>${template}</template>`).descriptor.template?.ast as unknown as TemplateNode).flatMap(wordsOf)
  expect(found('<p class="Some words">Some words</p>')).toEqual(['Some words'])
  expect(found('<p :class="open ? \'wide\' : \'narrow\'" title="A title" />')).toEqual(['A title'])
  expect(found(`<p :title="\`\${n} of \${all}\`">{{ open ? 'Opening…' : t('library.map', { n }) }}</p>`)).toEqual([' of ', 'Opening…'])
  expect(found(`<p>{{ n }} × · {{ \`\${100 * n} %\` }} <b>Silhouette</b></p>`)).toEqual([])
})

function allOf(node: TemplateNode | undefined): TemplateNode[] {
  return node ? [node, ...(node.children ?? []).flatMap(allOf)] : []
}

/** Texts of a node that a person reads or hears. */
function wordsOf(node: TemplateNode): string[] {
  if (node.type === textType)
    return [String(node.content).trim()].filter(hasWord)
  if (node.type === interpolationType)
    return wordsIn((node.content as { content: string }).content)
  if (node.type !== elementType)
    return []
  return (node.props ?? []).filter(prop => shown.has(prop.type === attributeType ? prop.name : prop.arg?.content ?? '')).flatMap(prop => prop.type === attributeType
    ? [prop.value?.content ?? ''].filter(hasWord)
    : wordsIn(prop.exp?.content ?? ''))
}

/** Texts in an expression: strings that are no key of a catalogue and, being more than a word in small letters, no other name either. */
function wordsIn(expression: string): string[] {
  const quoted = [...expression.matchAll(/'([^']*)'/g)].map(([, text]) => text)
  const templates = [...expression.matchAll(/`([^`]*)`/g)].flatMap(([, text]) => text.split(/\$\{[^}]*\}/))
  return [...quoted, ...templates].filter(text => hasWord(text) && !keys.has(text) && /[\p{Lu}\s…]/u.test(text))
}

function hasWord(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !names.has(text.trim())
}
