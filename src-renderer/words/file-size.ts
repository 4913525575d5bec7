/** Bytes as people read them: `3.4 MB` (of a million bytes). */
export function fileSize(bytes: number): string {
  if (bytes < 1000)
    return `${bytes} B`
  if (bytes < 1e6)
    return `${Math.round(bytes / 1e3)} kB`
  if (bytes < 1e9)
    return `${(bytes / 1e6).toFixed(1)} MB`
  return `${(bytes / 1e9).toFixed(2)} GB`
}
