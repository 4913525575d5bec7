import type { Matrix } from '#main/matrix/matrix'
import { readFileSync } from 'node:fs'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

/** What a script of tests/reference wrote. */
export function golden<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../../reference/${name}.json`, import.meta.url), 'utf8')) as Shape
}

/** A matrix over flat numbers. */
export function matrixOf(values: ArrayLike<number>, columns: number): Matrix {
  return matrix(values.length / columns, columns, Float32Array.from(values))
}

/** Normal vectors around `groups` centres; row i belongs to group i modulo `groups`. */
export function groupedRows(rows: number, columns: number, groups: number, seed = 1, spread = 4): Matrix {
  const from = random(seed)
  const centres = Array.from({ length: groups * columns }, () => from.normal() * spread)
  return matrixOf(Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns)
    return centres[(row % groups) * columns + at % columns] + from.normal()
  }), columns)
}
