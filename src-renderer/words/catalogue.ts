import type { english } from './english/all'

type English = typeof english

/** The catalogues of a language, by area. */
export type Area = keyof English

/** An area's catalogue in another language: the same keys as in English, no more and no fewer. */
export type Words<A extends Area> = Readonly<Record<keyof English[A], string>>

/** All of a language's catalogues. */
export type Catalogue = { readonly [A in Area]: Words<A> }

/** What a text is called: `area.key`. */
export type WordKey = { [A in Area]: `${A}.${keyof English[A] & string}` }[Area]

/** The English text of a key. */
type TextOf<K extends WordKey> = K extends `${infer A}.${infer W}`
  ? A extends Area ? W extends keyof English[A] ? English[A][W] : never : never
  : never

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** What a text wants filled in, `{name}` by `{name}`. */
export type ValuesOf<K extends WordKey> = NamesIn<TextOf<K>> extends infer Name extends string
  ? [Name] extends [never] ? [] : [values: Readonly<Record<Name, string | number>>]
  : never

/** A key of a text that wants nothing filled in. */
export type PlainKey = { [K in WordKey]: ValuesOf<K> extends [] ? K : never }[WordKey]
