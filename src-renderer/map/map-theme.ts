/** Colours of the map, 0xRRGGBB. */
export interface MapTheme {
  dark: boolean
  background: number
  /** A photo that has no label, while it is a dot. */
  dot: number
  /** Where a picture is still on its way. */
  placeholder: number
  /** A cluster's line, where its label gives it no colour. */
  outline: number
  text: number
  /** What is selected, and the lasso. */
  selection: number
  /** The keyboard's cursor. */
  focus: number
}

export const darkMapTheme: MapTheme = {
  dark: true,
  background: 0x141518,
  dot: 0x8B9099,
  placeholder: 0x2B2D33,
  outline: 0x8B9099,
  text: 0xE8EAED,
  selection: 0x5B9DFF,
  focus: 0xFFFFFF,
}

export const lightMapTheme: MapTheme = {
  dark: false,
  background: 0xF6F6F4,
  dot: 0x7C828C,
  placeholder: 0xE0E1E3,
  outline: 0x6B7280,
  text: 0x1D2026,
  selection: 0x1F6FEB,
  focus: 0x14161A,
}
