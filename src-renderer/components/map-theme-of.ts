import type { MapTheme } from '../map/map-theme'
import { darkMapTheme, lightMapTheme } from '../map/map-theme'

/** The map's colours, its ground taken from the page so that both are one surface. */
export function mapThemeOf(dark: boolean): MapTheme {
  const theme = dark ? darkMapTheme : lightMapTheme
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--map').trim()
  return /^#[0-9a-f]{6}$/i.test(ground)
    ? {
        ...theme,
        background: colourNumber(ground),
      }
    : theme
}

/** `#rrggbb` as 0xRRGGBB. */
export function colourNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16)
}
