/**
 * How well two groupings of the same things agree, 0 to 1: their mutual information over the mean of their entropies
 * (NMI with arithmetic normalisation, as scikit-learn's default). 1 where both are one single group.
 * `a` and `b` are [N] group numbers from 0.
 */
export function normalisedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  const joint = new Map<string, number>()
  const sizesA = new Map<number, number>()
  const sizesB = new Map<number, number>()
  for (let i = 0; i < n; i++) {
    const key = `${a[i]} ${b[i]}`
    joint.set(key, (joint.get(key) ?? 0) + 1)
    sizesA.set(a[i], (sizesA.get(a[i]) ?? 0) + 1)
    sizesB.set(b[i], (sizesB.get(b[i]) ?? 0) + 1)
  }
  let shared = 0
  for (const [key, count] of joint) {
    const [x, y] = key.split(' ').map(Number)
    shared += count / n * Math.log(count * n / (sizesA.get(x)! * sizesB.get(y)!))
  }
  const mean = (entropy(sizesA, n) + entropy(sizesB, n)) / 2
  return mean === 0 ? 1 : Math.max(0, shared) / mean
}

function entropy(sizes: Map<number, number>, n: number): number {
  let sum = 0
  for (const size of sizes.values())
    sum -= size / n * Math.log(size / n)
  return sum
}
