import { spokenLocale } from './speech'

const formats = new Map<string, Intl.NumberFormat>()

/** A number as people read it, `1,204` or `1.204`; `digits` after the point, by default as many as it has, three at most. */
export function numberWords(n: number, digits?: number): string {
  const locale = spokenLocale()
  const name = `${locale} ${digits}`
  let format = formats.get(name)
  if (!format)
    formats.set(name, format = new Intl.NumberFormat(locale, digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }))
  return format.format(n)
}
