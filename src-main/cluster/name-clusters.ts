import { classWords } from '#main/cluster/class-words'

/** The classes a backbone finds most likely for one photo, with their scores, 0 to 1. */
export interface PhotoClasses {
  readonly classes: ArrayLike<number>
  readonly scores: ArrayLike<number>
}

/** A word that speaks for less than this share of a cluster names it badly. */
const leastShare = 0.12
/** A word must be so many times as frequent inside as in the whole library, unless the cluster is most of it. */
const leastLift = 1.5
/** A word that several classes share wins over the name of one only where it speaks for clearly more. */
const broader = 1.25

/**
 * A guess of what each cluster shows: the class words that are frequent in it and rare elsewhere. What speaks for a word
 * is share · (1 + log(share inside / share overall)), after the way tf·idf weighs terms (Spärck Jones 1972). Classes
 * with a word in common also speak for that word, so a cluster of many breeds is called what they share. Null where
 * nothing stands out, or where photos carry no classes.
 * `clusters` is [N], −1 for a stray; the result has an entry for each number below `count`.
 */
export function nameClusters(
  clusters: ArrayLike<number>,
  count: number,
  photos: readonly PhotoClasses[],
  classNames: readonly string[],
): (string | null)[] {
  const wordsOf = classWords(classNames)
  const overall = new Tally()
  const inside = Array.from({ length: count }, () => new Tally())
  photos.forEach(({ classes, scores }, photo) => {
    const cluster = clusters[photo]
    for (let at = 0; at < classes.length; at++) {
      const words = wordsOf(classes[at])
      overall.add(words, scores[at])
      if (cluster >= 0)
        inside[cluster].add(words, scores[at])
    }
  })
  return inside.map(tally => bestWord(tally, overall))
}

/** How much speaks for each word. */
class Tally {
  total = 0
  readonly weights = new Map<string, number>()
  /** The same, of the whole names of classes only. */
  readonly names = new Map<string, number>()

  add(words: readonly string[], score: number): void {
    this.total += score
    this.names.set(words[0], (this.names.get(words[0]) ?? 0) + score)
    for (const word of words)
      this.weights.set(word, (this.weights.get(word) ?? 0) + score)
  }
}

function bestWord(inside: Tally, overall: Tally): string | null {
  const wantedLift = inside.total > overall.total / 2
    ? 0
    : leastLift
  let best: string | null = null
  let most = 0
  for (const [word, weight] of inside.weights) {
    const share = weight / inside.total
    const lift = share / (overall.weights.get(word)! / overall.total)
    if (share < leastShare || lift < wantedLift || saidBetter(word, weight, inside))
      continue
    const speaks = share * (1 + Math.log(Math.max(lift, 1)))
    if (speaks > most) {
      most = speaks
      best = word
    }
  }
  return best
}

/** Whether one class alone gives a shared word nearly all its weight: then that class's whole name says more. */
function saidBetter(word: string, weight: number, inside: Tally): boolean {
  for (const [name, own] of inside.names) {
    if (name !== word && name.endsWith(word) && own * broader > weight)
      return true
  }
  return false
}
