import type { DesktopWords } from '#shared/contract/desktop-words'
import { desktopWords } from '#shared/contract/desktop-words'

/**
 * Takes only the words the desktop has a place for from what a page sent.
 * @throws TypeError where one is missing, or is no short text
 */
export function readDesktopWords(value: unknown): DesktopWords {
  if (typeof value !== 'object' || value === null)
    throw new TypeError('The words of the desktop are an object.')
  const sent = value as Record<string, unknown>
  return Object.fromEntries(Object.keys(desktopWords).map((name) => {
    const word = sent[name]
    if (typeof word !== 'string' || word.length === 0 || word.length > 80)
      throw new TypeError(`The word for ${name} is a text of at most 80 characters.`)
    return [name, word]
  })) as DesktopWords
}
