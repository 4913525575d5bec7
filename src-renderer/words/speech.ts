import type { Language } from './languages'
import { createI18n } from 'vue-i18n'
import { languages } from './languages'

/** What the page can say, and the language it says it in: English until another is asked for. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en: languages.en.words, de: languages.de.words },
})

/** The language the page speaks. Whatever is shown by a template or a computed value follows it. */
export function spoken(): Language {
  return i18n.global.locale.value
}

/** Lets the page speak a language from now on. */
export function speak(language: Language): void {
  i18n.global.locale.value = language
}

/** How numbers and dates are written in the language spoken: a BCP 47 tag. */
export function spokenLocale(): string {
  return languages[spoken()].locale
}
