/**
 * Many vectors of one space.
 * `values` is [rows, columns] float32, row-major: vector i is `values.subarray(i * columns, (i + 1) * columns)`.
 */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float32Array
}

/** A matrix of zeros, or over existing values, whose length must be rows × columns. */
export function matrix(rows: number, columns: number, values: Float32Array = new Float32Array(rows * columns)): Matrix {
  if (values.length !== rows * columns)
    throw new RangeError(`A ${rows} × ${columns} matrix holds ${rows * columns} values, not ${values.length}.`)
  return { rows, columns, values }
}

/** A view of one row: writing to it writes to the matrix. */
export function rowOf(of: Matrix, row: number): Float32Array {
  return of.values.subarray(row * of.columns, (row + 1) * of.columns)
}

/** A view of the rows from `start` to before `end`, or to the last: writing to it writes to the matrix. */
export function rowsBetween({ rows, columns, values }: Matrix, start: number, end: number): Matrix {
  const last = Math.min(end, rows)
  return matrix(last - start, columns, values.subarray(start * columns, last * columns))
}

/** The rows at `at`, in that order, copied. */
export function takeRows(of: Matrix, at: ArrayLike<number>): Matrix {
  const taken = matrix(at.length, of.columns)
  for (let i = 0; i < at.length; i++)
    taken.values.set(rowOf(of, at[i]), i * of.columns)
  return taken
}
