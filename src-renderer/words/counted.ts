import { numberWords } from './number-words'

/** A number of things: `1 photo`, `1,204 photos`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${numberWords(n)} ${n === 1
    ? one
    : many}`
}
