import exifr from 'exifr'

/** What the camera wrote down. What it did not, or not legibly, is left out. */
export interface PhotoMetadata {
  /** When it was taken by the camera's own clock, `2024-05-31T18:04:09`, with its offset from UTC where that is known. */
  takenAt?: string
  camera?: string
  lens?: string
  /** Seconds. */
  exposure?: number
  /** The f-number. */
  aperture?: number
  iso?: number
  /** Millimetres. */
  focalLength?: number
  /** Degrees, north and east positive. */
  latitude?: number
  longitude?: number
  /** 1–8, as the file says it; the photo is already shown by it. */
  orientation?: number
}

/** exifr's own names of what is read; nothing else is, which keeps it quick. */
const wanted = [
  'DateTimeOriginal',
  'CreateDate',
  'OffsetTimeOriginal',
  'Make',
  'Model',
  'LensModel',
  'ExposureTime',
  'FNumber',
  'ISO',
  'FocalLength',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
  'Orientation',
]

/** Reads a photo's EXIF, from its file or the bytes of the EXIF block alone. Never throws: unreadable is empty. */
export async function photoMetadata(source: string | Uint8Array): Promise<PhotoMetadata> {
  let tags: Record<string, unknown>
  try {
    tags = await exifr.parse(source, {
      pick: wanted,
      gps: true,
      xmp: false,
      icc: false,
      iptc: false,
      jfif: false,
      ihdr: false,
      translateValues: false,
      reviveValues: false,
    }) ?? {}
  }
  catch {
    return {}
  }
  const latitude = tags.latitude
  const longitude = tags.longitude
  const placed = within(latitude, -90, 90) && within(longitude, -180, 180) && !(latitude === 0 && longitude === 0)
  return withoutGaps({
    takenAt: timeOf(tags.DateTimeOriginal ?? tags.CreateDate, tags.OffsetTimeOriginal),
    camera: cameraOf(textOf(tags.Make), textOf(tags.Model)),
    lens: textOf(tags.LensModel),
    exposure: positive(tags.ExposureTime),
    aperture: positive(tags.FNumber),
    iso: positive(tags.ISO),
    focalLength: positive(tags.FocalLength),
    latitude: placed ? latitude : undefined,
    longitude: placed ? longitude : undefined,
    orientation: within(tags.Orientation, 1, 8)
      ? tags.Orientation
      : undefined,
  })
}

/** EXIF's `2024:05:31 18:04:09` as ISO 8601. */
function timeOf(value: unknown, offset: unknown): string | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(textOf(value) ?? '')
  if (!parts)
    return undefined
  const [, year, month, day, hour, minute, second] = parts
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  if (Number.isNaN(Date.parse(`${time}Z`)))
    return undefined
  return time + (/^[+-]\d\d:\d\d$/.exec(textOf(offset) ?? '')?.[0] ?? '')
}

/** Maker and model, without the maker twice (`Canon` and `Canon EOS 5D`). */
function cameraOf(make: string | undefined, model: string | undefined): string | undefined {
  if (!make || !model)
    return model ?? make
  return model.toLowerCase().startsWith(make.split(' ')[0].toLowerCase())
    ? model
    : `${make} ${model}`
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string')
    return undefined
  const text = value.replaceAll('\0', '').trim()
  return text === ''
    ? undefined
    : text
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
    ? value
    : undefined
}

function within(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function withoutGaps(metadata: PhotoMetadata): PhotoMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
}
