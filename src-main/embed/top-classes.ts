import type { Matrix } from '#main/matrix/matrix'

/** The likeliest classes of one photo: indices and probabilities, the likeliest first. */
export interface TopClasses {
  classes: number[]
  probabilities: number[]
}

/** The `count` likeliest classes of each row of scores [N, K], with their softmax over all K. */
export function topClasses(scores: Matrix, count = 5): TopClasses[] {
  const { rows, columns, values } = scores
  return Array.from({ length: rows }, (_, row) => topOf(values.subarray(row * columns, (row + 1) * columns), count))
}

function topOf(scores: Float32Array, count: number): TopClasses {
  const classes: number[] = []
  for (let at = 0; at < scores.length; at++) {
    if (classes.length === count && scores[at] <= scores[classes[count - 1]])
      continue
    let place = Math.min(classes.length, count - 1)
    for (; place > 0 && scores[at] > scores[classes[place - 1]]; place--)
      classes[place] = classes[place - 1]
    classes[place] = at
  }
  const most = scores[classes[0]]
  let sum = 0
  for (let at = 0; at < scores.length; at++)
    sum += Math.exp(scores[at] - most)
  return {
    classes,
    probabilities: classes.map(at => Math.exp(scores[at] - most) / sum),
  }
}
