import type { Core } from '#shared/contract/contract'
import type { PhotoId } from '#shared/domain/ids'
import type { ErrorReport } from '#shared/errors/silhouette-error'
import type { PhotoMapSource } from '../map/photo-map-types'
import { wordsOfReport } from './words-of-error'

const type = 'image/jpeg'
const mostInOneCall = 128
/** Pictures that come onto the page in one frame. */
const mostAddressesAtOnce = 32
const mostKept = 800

/** Pictures for the map and for the panels around it. */
export interface Pictures extends PhotoMapSource {
  /** An address of a photo's thumbnail (at most 256 px) for an `img`; null where there is none. */
  address: (photo: number) => Promise<string | null>
  /** Why a photo had no thumbnail when it was asked for last, in the language of the page; null where it is not known. */
  problem: (photo: number) => string | null
  /** The pictures of these photos have changed. */
  forget: (photos: Iterable<number>) => void
  /** Another library is open: its photos have the same numbers and other pictures. */
  forgetAll: () => void
}

/** Fetches thumbnails in batches and keeps the addresses used last. */
export function picturesOf(core: Core): Pictures {
  const kept = new Map<number, Promise<string | null>>()
  const problems = new Map<number, ErrorReport>()
  let wanted: { photo: number, answer: (jpeg: Uint8Array<ArrayBuffer> | null) => void }[] = []

  return {
    async atlas(page, cell) {
      return await createImageBitmap(await core.photos.atlas({ page, cell }))
    },
    async thumbnails(photos) {
      const jpegs = await fetchAll(photos)
      return await Promise.all(jpegs.map(jpeg => jpeg && createImageBitmap(new Blob([jpeg], { type })).catch(() => null)))
    },
    address(photo) {
      const known = kept.get(photo)
      if (known) {
        kept.delete(photo)
        kept.set(photo, known)
        return known
      }
      const address = want(photo).then(jpeg => jpeg && dataAddress(jpeg))
      kept.set(photo, address)
      // A failure is not kept: the next who asks tries again.
      void address.then(found => found === null && kept.get(photo) === address && kept.delete(photo))
      for (const [oldest] of kept) {
        if (kept.size <= mostKept)
          break
        kept.delete(oldest)
      }
      return address
    },
    problem(photo) {
      const report = problems.get(photo)
      return report ? wordsOfReport(report).text : null
    },
    forget(photos) {
      for (const photo of photos)
        kept.delete(photo)
    },
    forgetAll() {
      kept.clear()
      problems.clear()
    },
  }

  function want(photo: number): Promise<Uint8Array<ArrayBuffer> | null> {
    return new Promise((resolve) => {
      if (wanted.length === 0)
        setTimeout(fetchWanted)
      wanted.push({ photo, answer: resolve })
    })
  }

  async function fetchWanted(): Promise<void> {
    const all = wanted
    wanted = []
    for (let at = 0; at < all.length; at += mostAddressesAtOnce) {
      const batch = all.slice(at, at + mostAddressesAtOnce)
      const jpegs = await fetchAll(batch.map(({ photo }) => photo)).catch(() => [])
      batch.forEach(({ answer }, i) => answer(jpegs[i] ?? null))
    }
  }

  async function fetchAll(photos: number[]): Promise<(Uint8Array<ArrayBuffer> | null)[]> {
    const found: (Uint8Array<ArrayBuffer> | null)[] = []
    for (let at = 0; at < photos.length; at += mostInOneCall) {
      const asked = photos.slice(at, at + mostInOneCall) as PhotoId[]
      const { sizes, jpegs, failed } = await core.photos.thumbnails({ photos: asked })
      for (const photo of asked)
        problems.delete(photo)
      for (const { photo, ...report } of failed)
        problems.set(photo, report)
      const bytes = new Uint8Array(await jpegs.arrayBuffer())
      let from = 0
      for (const size of sizes) {
        found.push(size > 0
          ? bytes.subarray(from, from + size)
          : null)
        from += size
      }
    }
    return found
  }
}

/** Arguments that any browser takes for one call. */
const mostArguments = 0x8000

/** A picture as its own address. One that stands for a `Blob` costs a millisecond, in which the page waits for the browser to know it. */
function dataAddress(jpeg: Uint8Array): string {
  let letters = ''
  for (let at = 0; at < jpeg.length; at += mostArguments)
    letters += String.fromCharCode(...jpeg.subarray(at, at + mostArguments))
  return `data:${type};base64,${btoa(letters)}`
}
