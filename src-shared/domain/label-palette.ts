/**
 * The colours new labels get, in order. The first eight differ as much as can be for eyes of every kind, those without
 * red or green cones too, and each has a contrast of about 3 : 1 to both the light and the dark map; found by a search from
 * hues after Okabe & Ito 2008.
 */
export const labelPalette = [
  '#e0700f',
  '#688adf',
  '#129f88',
  '#bc389b',
  '#845e1c',
  '#ff414a',
  '#0076ff',
  '#509a52',
  '#2e799c',
  '#cf6f59',
  '#7d53a0',
  '#7d8970',
] as const

/** The n-th colour; past the palette's end they come again. */
export function labelColour(n: number): string {
  return labelPalette[n % labelPalette.length]
}

/** Tells colours for new labels, one a call: always the first of those that the fewest labels have. */
export function freshColours(taken: readonly string[]): () => string {
  const uses = labelPalette.map(colour => taken.filter(one => one === colour).length)
  return () => {
    const at = uses.indexOf(Math.min(...uses))
    uses[at]++
    return labelPalette[at]
  }
}
