import type { Value } from '#main/graph/value'
import { elementCount } from '#main/graph/tensor'

/** A value that is needed forward and back: kept between if it has at most so many elements, else computed again, as memory is the dearer. */
export function keptIfSmall(mostElements: number, make: () => Value): () => Value {
  let kept: Value | undefined
  return () => {
    const value = kept ?? make()
    if (elementCount(value.shape.map(Number)) <= mostElements)
      kept = value
    return value
  }
}
