/** A number as people read it: `1,204`. */
export function numberWords(n: number): string {
  return n.toLocaleString('en')
}

/** A number of things: `1 photo`, `1,204 photos`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${numberWords(n)} ${n === 1
    ? one
    : many}`
}
