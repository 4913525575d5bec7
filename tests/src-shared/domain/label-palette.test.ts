import { describe, expect, it } from 'vitest'
import { freshColours, labelPalette } from '#shared/domain/label-palette'

/** How many labels can be told apart by colour alone; beyond, names and the list must help. */
const apart = 8
/** Differences of this size in CIELAB are seen without the two colours side by side. */
const seen = 18
/** The grounds of the light and the dark map. */
const grounds = ['#f6f6f4', '#141518']

type Rgb = [red: number, green: number, blue: number]

/** Linear light, 0 to 1. */
function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Rgb
}

/** As seen without one kind of cones: Viénot, Brettel, Mollon 1999, *Digital video colourmaps for checking the legibility of displays by dichromats*, in linear light. */
const eyes: Record<string, (rgb: Rgb) => Rgb> = {
  'eyes with three kinds of cones': rgb => rgb,
  'eyes without red cones': ([r, g, b]) => [0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b],
  'eyes without green cones': ([r, g, b]) => [0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b],
}

/** CIELAB under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** The nearest two of the colours, and how far they are from one another. */
function nearest(colours: readonly string[], see: (rgb: Rgb) => Rgb): { pair: string, distance: number } {
  const seen = colours.map(colour => lab(see(linear(colour))))
  return colours.flatMap((one, at) => colours.slice(at + 1).map((other, on) => ({
    pair: `${one} ${other}`,
    distance: Math.hypot(...seen[at].map((value, axis) => value - seen[at + 1 + on][axis])),
  }))).sort((a, b) => a.distance - b.distance)[0]
}

/** Relative luminance. */
function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('the colours of labels', () => {
  it('stand out from either map as WCAG asks of what is not text', () => {
    for (const colour of labelPalette) {
      for (const ground of grounds) {
        const [dark, light] = [luminance(linear(colour)), luminance(linear(ground))].sort((a, b) => a - b)
        expect((light + 0.05) / (dark + 0.05), `${colour} on ${ground}`).toBeGreaterThan(2.95)
      }
    }
  })

  it('are all different', () => {
    expect(nearest(labelPalette, rgb => rgb).distance).toBeGreaterThan(25)
  })

  it('come again where all are taken, those that fewest labels have first', () => {
    const next = freshColours([...labelPalette, labelPalette[0], '#123456'])
    expect([next(), next()]).toEqual(labelPalette.slice(1, 3))
  })

  for (const [name, see] of Object.entries(eyes)) {
    it(`can be told apart by ${name}`, () => {
      const found = nearest(labelPalette.slice(0, apart), see)
      expect(found.distance, found.pair).toBeGreaterThan(seen)
    })
  }
})
