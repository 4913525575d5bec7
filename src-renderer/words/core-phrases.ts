import type { ActPhrase } from '#shared/domain/act-title'

/** What the core's finished sentences are about. */
export type CoreTopic = 'steps' | 'acts' | 'spaces' | 'layers' | 'verdicts' | 'reasons' | 'depths' | 'losses' | 'formats'

/**
 * The core's English sentences in another language, the narrower first. What varies in them stands as `{name}`: any
 * words, or a number where the name is n or n1, n2 …, `{photos}` a number of photos, `{layer}` one of the layers' names. No act
 * may be without words.
 */
export type CorePhrases = Readonly<Record<Exclude<CoreTopic, 'acts'>, Readonly<Record<string, string>>>> & {
  readonly acts: Readonly<Record<ActPhrase, string>>
}

/** The core's failures in another language, by code; `{name}` is filled from the failure's data. */
export type CoreFailures = Readonly<Record<string, string>>
