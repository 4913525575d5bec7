import type { Catalogue } from './catalogue'
import type { CoreFailures, CorePhrases } from './core-phrases'
import { english } from './english/all'
import { german } from './german/all'
import { core } from './german/core'
import { failures } from './german/failures'

interface SpokenLanguage {
  /** Its name in itself. */
  title: string
  /** How it writes numbers and dates. */
  locale: string
  words: Catalogue
  /** What the core says in English, and its failures; left out where that is the language. */
  core?: CorePhrases
  failures?: CoreFailures
}

/** The languages of the page. A new one is a folder of catalogues beside `german` and a line here. */
export const languages = {
  en: { title: 'English', locale: 'en-GB', words: english },
  de: { title: 'Deutsch', locale: 'de-DE', words: german, core, failures },
} satisfies Record<string, SpokenLanguage> as { readonly en: SpokenLanguage, readonly de: SpokenLanguage }

export type Language = keyof typeof languages

/** What a person chose: a language, or the one the system asks for. */
export type LanguageChoice = 'system' | Language

/** The language to speak: the chosen one, else the first that the system asks for and the page has, else English. */
export function languageOf(choice: LanguageChoice, asked: readonly string[]): Language {
  return [choice, ...asked].map(tag => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag)
}
