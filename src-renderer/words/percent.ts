import { numberWords } from './number-words'

/** A share of 1 as a whole percentage: `87 %`. Less than all is never written as 100. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return `${share < 1 && rounded === 100
    ? 99
    : rounded} %`
}

/** A silhouette, −1 to 1, with its sign and two digits: `0.42`, `−0.07`. */
export function signed(value: number): string {
  const text = numberWords(Math.abs(value), 2)
  return value < 0 && !isZero(text)
    ? `−${text}`
    : text
}

/** A change with its sign: `+0.12`, `−0.03`, `±0.00`. */
export function change(value: number): string {
  const text = numberWords(Math.abs(value), 2)
  if (isZero(text))
    return `±${text}`
  return `${value < 0
    ? '−'
    : '+'}${text}`
}

/** How far one share of 1 is from another, as the two are shown in whole percentages: `+3 %`, `−1 %`, `±0 %`. */
export function percentChange(before: number, after: number): string {
  const points = Number.parseInt(percent(after)) - Number.parseInt(percent(before))
  if (points === 0)
    return '±0 %'
  return `${points < 0 ? '−' : '+'}${Math.abs(points)} %`
}

function isZero(written: string): boolean {
  return !/[1-9]/.test(written)
}
