import type { ValuesOf, WordKey } from './catalogue'
import { numberWords } from './number-words'
import { i18n } from './speech'

// The library's own type lets any string pass for a key; this page's keys and values are checked below.
const say = i18n.global.t as (key: string, values: Record<string, string>, plural: number) => string

/**
 * A text in the language the page speaks. Numbers are written as that language writes them, and the one called `n`
 * chooses between the forms of a text that has two (`{n} photo | {n} photos`).
 */
export function t<K extends WordKey>(key: K, ...[values]: ValuesOf<K>): string {
  const given: Readonly<Record<string, string | number>> = values ?? {}
  const written = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? numberWords(value) : value]))
  return say(key, written, typeof given.n === 'number' ? given.n : 1)
}
