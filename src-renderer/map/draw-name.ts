import type { MapTheme } from './map-theme'

/** A name drawn for one device pixel ratio. */
export interface DrawnName {
  canvas: HTMLCanvasElement
  /** CSS px. */
  width: number
  height: number
}

const height = 22
const inset = 9
const between = 6
const font = '500 12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const countFont = '400 11.5px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const longestName = 220

/** A pill with a cluster's name, a dot in its label's colour where it has one, and its number of photos. */
export function drawName(name: string, photos: number, colour: number, theme: MapTheme, ratio: number): DrawnName {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')!
  const count = photos.toLocaleString(document.documentElement.lang || undefined)
  pen.font = font
  const text = shortened(pen, name)
  const textWidth = pen.measureText(text).width
  pen.font = countFont
  const countWidth = pen.measureText(count).width
  const dot = colour
    ? 14
    : 0
  const width = Math.ceil(2 * inset + dot + textWidth + between + countWidth)
  canvas.width = Math.ceil(width * ratio)
  canvas.height = Math.ceil(height * ratio)
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
  pen.fillText(text, inset + dot, height / 2 + 0.5)
  pen.font = countFont
  pen.fillStyle = css(theme.text, 0.6)
  pen.fillText(count, inset + dot + textWidth + between, height / 2 + 0.5)
  return { canvas, width, height }
}

function shortened(pen: CanvasRenderingContext2D, name: string): string {
  if (pen.measureText(name).width <= longestName)
    return name
  let kept = name
  while (kept.length > 1 && pen.measureText(`${kept}…`).width > longestName)
    kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

function css(colour: number, alpha: number): string {
  return `rgb(${colour >> 16 & 255} ${colour >> 8 & 255} ${colour & 255} / ${alpha})`
}
