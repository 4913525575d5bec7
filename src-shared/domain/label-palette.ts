/**
 * The colours new labels get, in order: hues far apart for eyes of every kind (after Okabe & Ito 2008, lightened or
 * darkened so that each has a contrast of 3 : 1 to both the light and the dark map).
 */
export const labelPalette = [
  '#e0700f',
  '#2f8fd8',
  '#109a70',
  '#c05a9a',
  '#a58100',
  '#d6453d',
  '#6d6fd9',
  '#5d9426',
  '#17939c',
  '#b0693b',
  '#8f62c4',
  '#7a8391',
] as const

/** The colour of the n-th label made; past the palette's end the colours come again. */
export function labelColour(n: number): string {
  return labelPalette[n % labelPalette.length]
}
