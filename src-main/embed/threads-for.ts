import type { Backbone } from '#main/backbones/backbone'
import { availableParallelism } from 'node:os'

/** A network that multiplies less than this for one photo is about as quick as the decoding of the photo. */
const lightMultiplications = 1e9

/**
 * How many threads a backbone's session is given. Decoding needs the cores too: beside a light network it takes about
 * two fifths of them, beside a heavy one hardly any.
 */
export function threadsFor({ multiplications = Infinity }: Pick<Backbone, 'multiplications'>, cores = availableParallelism()): number {
  return multiplications < lightMultiplications
    ? Math.max(1, Math.round(cores * 0.6))
    : cores
}
