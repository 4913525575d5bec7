import type { Value } from '#main/graph/value'
import type { Loss } from '#main/learn/losses/loss'
import { plus, times } from '#main/graph/formulas'

/** Several losses as one, each with its weight; what each trains beside the head stays its own. */
export function weightedSum(terms: readonly { loss: Loss, weight: number }[]): Loss {
  const joined = (part: (loss: Loss) => string, between: string): string =>
    terms.map(({ loss, weight }) => weight === 1 ? part(loss) : `${weight} · ${part(loss)}`).join(between)
  return {
    id: terms.map(({ loss, weight }) => weight === 1 ? loss.id : `${weight}*${loss.id}`).join('+'),
    title: joined(({ title }) => title, ' + '),
    sentence: terms.map(({ loss }) => loss.sentence).join(' '),
    formula: joined(({ formula }) => `(${formula})`, ' + '),
    source: [...new Set(terms.map(({ loss }) => loss.source))].join('; '),
    mostRows: Math.min(...terms.map(({ loss }) => loss.mostRows ?? Infinity)),
    weights: (dimensions, classes, seed) => Object.fromEntries(terms.flatMap(({ loss }, at) =>
      Object.entries(loss.weights?.(dimensions, classes, seed + at) ?? {}).map(([name, value]) => [`${name}#${at}`, value]))),
    build: ({ embedding, oneHot, weights }) => terms
      .map(({ loss, weight }, at): Value => {
        const own = Object.fromEntries(Object.entries(weights)
          .filter(([name]) => name.endsWith(`#${at}`))
          .map(([name, value]) => [name.slice(0, -`#${at}`.length), value]))
        return times(loss.build({ embedding, oneHot, weights: own }), weight)
      })
      .reduce((sum, term) => plus(sum, term)),
  }
}
