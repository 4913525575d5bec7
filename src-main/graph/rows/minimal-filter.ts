/** The matrices of a minimal filtering algorithm F(m × m, 3 × 3), row-major; taps and places are counted row by row. */
export interface MinimalFilter {
  /** Outputs along a side of a tile. */
  outputs: number
  /** Inputs along a side, m + 2; products along a side too. */
  inputs: number
  /** [n², n²]: makes of the inputs of a tile what is multiplied. */
  input: number[]
  /** [n², 9]: makes of a kernel what is multiplied. */
  kernel: number[]
  /** [m², n²]: makes of the products the outputs. */
  output: number[]
}

const taps = 3

/** Points at which polynomials are evaluated, besides infinity; small ones of alternating sign keep rounding errors small. */
const points = [0, 1, -1, 0.5, -2]

/**
 * The algorithm of Toom and Cook in its transposed form, over two axes by Kronecker products: m² outputs of a 3 × 3 kernel
 * by (m + 2)² multiplications in place of 9m².
 * @param outputs m, 2 or 4
 * Source: Winograd 1980, Arithmetic Complexity of Computations; for convolutions Lavin and Gray 2016, section 4; the
 * points after Barabasz et al. 2020, Error Analysis and Improving the Accuracy of Winograd Convolution.
 */
export function minimalFilter(outputs: 2 | 4): MinimalFilter {
  const inputs = outputs + taps - 1
  const finite = points.slice(0, inputs - 1)
  const others = (at: number): number[] => finite.filter((_, other) => other !== at)
  const input = [
    ...finite.map((_, at) => [...polynomialOf(others(at)), 0]),
    polynomialOf(finite),
  ]
  const kernel = [
    ...finite.map((point, at) => {
      const scale = others(at).reduce((product, other) => product * (point - other), 1)
      return powers(point, taps).map(power => power / scale)
    }),
    last(taps),
  ]
  const output = Array.from({ length: outputs }, (_, power) => [
    ...finite.map(point => powers(point, outputs)[power]),
    last(outputs)[power],
  ])
  return { outputs, inputs, input: squared(input), kernel: squared(kernel), output: squared(output) }
}

/** The coefficients of Π (x − root), the constant first. */
function polynomialOf(roots: readonly number[]): number[] {
  return roots.reduce((known, root) => [0, ...known].map((above, power) => above - root * (known[power] ?? 0)), [1])
}

function powers(of: number, count: number): number[] {
  return Array.from({ length: count }, (_, power) => of ** power)
}

function last(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at === count - 1 ? 1 : 0)
}

/** The Kronecker product of a matrix with itself, flat. */
function squared(matrix: readonly (readonly number[])[]): number[] {
  return matrix.flatMap(a => matrix.flatMap(b => a.flatMap(left => b.map(right => left * right))))
}
