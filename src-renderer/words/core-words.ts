import type { CorePhrases, CoreTopic } from './core-phrases'
import { languages } from './languages'
import { numberWords } from './number-words'
import { spoken } from './speech'
import { t } from './t'

interface Pattern { matches: RegExp, names: string[], text: string }

const patterns = new Map<Readonly<Record<string, string>>, Pattern[]>()

/** A sentence of the core in the language the page speaks; as the core said it where that language has no words for it. */
export function coreWords(topic: CoreTopic, said: string): string {
  const { core } = languages[spoken()]
  return (core && translated(core, topic, said)) ?? said
}

/** A failure of the core in the language the page speaks, where it has words and all that is to be filled in; else null. */
export function failureWords(code: string, data: Readonly<Record<string, unknown>>): string | null {
  const { failures } = languages[spoken()]
  const text = failures && Object.hasOwn(failures, code) ? failures[code] : null
  const whole = text !== null && namesIn(text).every(name => typeof data[name] === 'string' || typeof data[name] === 'number')
  return whole ? filled(text, name => typeof data[name] === 'number' ? numberWords(data[name]) : String(data[name])) : null
}

function translated(core: CorePhrases, topic: CoreTopic, said: string): string | null {
  const phrases: Readonly<Record<string, string>> = core[topic]
  if (Object.hasOwn(phrases, said))
    return phrases[said]
  for (const { matches, names, text } of patternsOf(phrases)) {
    const found = matches.exec(said)
    const values = found && new Map(names.map((name, i) => [name, valueOf(core, name, found[i + 1])]))
    if (values && ![...values.values()].includes(null))
      return filled(text, name => values.get(name) ?? '')
  }
  return null
}

/** What stood at a name, as the language says it; null where it can't be that. */
function valueOf(core: CorePhrases, name: string, found: string): string | null {
  if (name === 'layer')
    return translated(core, 'layers', found)
  const number = Number(found.replace(/[−,]|\D+$/g, sign => sign === '−' ? '-' : ''))
  if (name === 'photos')
    return t('units.photos', { n: number })
  return isNumber(name) ? numberWords(number, found.split('.')[1]?.length ?? 0).replace('-', '−') : found
}

function patternsOf(phrases: Readonly<Record<string, string>>): Pattern[] {
  let known = patterns.get(phrases)
  if (!known) {
    known = Object.entries(phrases).filter(([said]) => said.includes('{')).map(([said, text]) => {
      const parts = said.split(/\{\w+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      const names = namesIn(said)
      return { matches: new RegExp(`^${parts[0]}${names.map((name, i) => kindOf(name) + parts[i + 1]).join('')}$`), names, text }
    })
    patterns.set(phrases, known)
  }
  return known
}

function kindOf(name: string): string {
  return name === 'photos' ? '([\\d,]+ photos?)' : isNumber(name) ? '([−-]?[\\d,]+(?:\\.\\d+)?)' : '(.+?)'
}

function isNumber(name: string): boolean {
  return /^n\d*$/.test(name)
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
}

function filled(text: string, valueFor: (name: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => valueFor(name))
}
