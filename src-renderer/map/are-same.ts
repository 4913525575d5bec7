/** Whether two columns hold the same numbers. */
export function areSame<Column extends Uint32Array | Float32Array>(one: Column, other: Column): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at])
}
