declare const brand: unique symbol

/**
 * What acts are called, in English: `{photos}` is a number of photos, `{n}` a number, the others are names. Every other
 * language of the page has words for each of them, or its catalogue is no valid one.
 */
export const actPhrases = [
  'Label {photos}',
  'Label {photos} {label}',
  'Take the label from {photos}',
  'Accept the suggestions for {photos}',
  'Accept {label} for {photos}',
  'Refuse the suggestions for {photos}',
  'Refuse {label} for {photos}',
  'Rename {label} to {name}',
  'Colour {label}',
  'Put {label} at the top',
  'Put {label} under {other}',
  'Remove {label}',
  'Merge {label} into {other}',
  'Show the network\'s own view',
  'Learn (run {n})',
  'Show run {n}',
  'Show another view',
  'Arrange the map anew',
] as const

export type ActPhrase = typeof actPhrases[number]

/** An act's name as the history keeps it: made of a phrase and nothing else. */
export type ActTitle = string & { readonly [brand]: 'act title' }

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Values<Text extends string> = { readonly [Name in NamesIn<Text>]: Name extends 'photos' | 'n' ? number : string }

/** Fills a phrase in. */
export function actTitle<Phrase extends ActPhrase>(phrase: Phrase, ...[values]: NamesIn<Phrase> extends never ? [] : [Values<Phrase>]): ActTitle {
  const given: Readonly<Record<string, string | number>> = values ?? {}
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => name === 'photos' ? counted(Number(given.photos)) : String(given[name])) as ActTitle
}

/** What an act is called that gives photos one label, or with null takes theirs away. */
export function labelTitle(photos: number, label: string | null): ActTitle {
  return label === null ? actTitle('Take the label from {photos}', { photos }) : actTitle('Label {photos} {label}', { photos, label })
}

/** *1 photo*, *1,204 photos*. */
function counted(photos: number): string {
  // The system's own tables of languages take 20 ms to load, for a comma.
  return photos === 1 ? '1 photo' : `${String(photos).replace(/\B(?=(?:\d{3})+$)/g, ',')} photos`
}
