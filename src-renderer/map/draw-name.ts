import type { MapTheme } from './map-theme'
import type { MapCluster } from './photo-map-types'

/** What a name says, and how large it is. */
export interface MeasuredName {
  text: string
  count: string
  /** 0xRRGGBB of its dot, 0 for none. */
  colour: number
  /** CSS px; the count stands `countAt` from the left. */
  width: number
  height: number
  countAt: number
}

type NamedCluster = Pick<MapCluster, 'photos' | 'part' | 'colour'> & { name: string }

const height = 22
const inset = 9
const between = 6
const font = '500 12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const countFont = '400 11.5px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const longestName = 220

/** A canvas of the graphics card's own takes milliseconds to make, and a name is small. */
function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return canvas.getContext('2d', { willReadFrequently: true })!
}

/** Measures without drawing: most names of a map have no place on it. */
let ruler: CanvasRenderingContext2D | null = null

/** What was measured before: many groups are called the same once they are labelled. */
const measured = new Map<string, number>()
const mostMeasured = 5_000

/** A cluster's name, cut where it is too long, and its number of photos, `16/68` where the name says something of a part. */
export function measureName({ name, photos, part, colour }: NamedCluster): MeasuredName {
  const format = numbersOf(document.documentElement.lang)
  const count = part === undefined ? format.format(photos) : `${format.format(part)}/${format.format(photos)}`
  const text = shortened(name)
  const countAt = textAt(colour) + widthOf(text, font) + between
  return { text, count, colour, width: Math.ceil(countAt + widthOf(count, countFont) + inset), height, countAt }
}

let numbers: { lang: string, format: Intl.NumberFormat } | null = null

/** How numbers are written in a language; finding that out takes longer than writing one. */
function numbersOf(lang: string): Intl.NumberFormat {
  if (numbers?.lang !== lang)
    numbers = { lang, format: new Intl.NumberFormat(lang || undefined) }
  return numbers.format
}

/** CSS px. */
function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`
  let width = measured.get(key)
  if (width === undefined) {
    ruler ??= penOf(document.createElement('canvas'))
    ruler.font = font
    width = ruler.measureText(text).width
    if (measured.size >= mostMeasured)
      measured.clear()
    measured.set(key, width)
  }
  return width
}

/** A pill with a cluster's name, a dot in its label's colour where it has one, and its number of photos. */
export function drawName({ text, count, colour, width, countAt }: MeasuredName, theme: MapTheme, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * ratio)
  canvas.height = Math.ceil(height * ratio)
  const pen = penOf(canvas)
  pen.scale(ratio, ratio)

  pen.beginPath()
  pen.roundRect(0.5, 0.5, width - 1, height - 1, height / 2)
  pen.fillStyle = css(theme.background, 0.88)
  pen.fill()
  pen.strokeStyle = css(colour || theme.outline, colour
    ? 0.75
    : 0.4)
  pen.lineWidth = 1
  pen.stroke()
  if (colour) {
    pen.beginPath()
    pen.arc(inset + 4, height / 2, 4, 0, 2 * Math.PI)
    pen.fillStyle = css(colour, 1)
    pen.fill()
  }
  pen.textBaseline = 'middle'
  pen.font = font
  pen.fillStyle = css(theme.text, 1)
  pen.fillText(text, textAt(colour), height / 2 + 0.5)
  pen.font = countFont
  pen.fillStyle = css(theme.text, 0.6)
  pen.fillText(count, countAt, height / 2 + 0.5)
  return canvas
}

function textAt(colour: number): number {
  return inset + (colour ? 14 : 0)
}

function shortened(name: string): string {
  if (widthOf(name, font) <= longestName)
    return name
  let kept = name
  while (kept.length > 1 && widthOf(`${kept}…`, font) > longestName)
    kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

function css(colour: number, alpha: number): string {
  return `rgb(${colour >> 16 & 255} ${colour >> 8 & 255} ${colour & 255} / ${alpha})`
}
