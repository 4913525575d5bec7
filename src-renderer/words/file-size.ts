import { numberWords } from './number-words'

/** Bytes as people read them: `3.4 MB` (of a million bytes). */
export function fileSize(bytes: number): string {
  if (bytes < 1000)
    return `${numberWords(bytes)} B`
  if (bytes < 1e6)
    return `${numberWords(bytes / 1e3, 0)} kB`
  if (bytes < 1e9)
    return `${numberWords(bytes / 1e6, 1)} MB`
  return `${numberWords(bytes / 1e9, 2)} GB`
}
