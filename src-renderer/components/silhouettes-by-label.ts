/** Silhouettes of each label's photos, highest first: the rows of a silhouette plot (Rousseeuw 1987). */
export function silhouettesByLabel(photos: Uint32Array, silhouettes: Float32Array, labelOf: (photo: number) => number): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  photos.forEach((photo, i) => {
    const label = labelOf(photo)
    const row = rows.get(label)
    if (row)
      row.push(silhouettes[i])
    else
      rows.set(label, [silhouettes[i]])
  })
  for (const row of rows.values())
    row.sort((a, b) => b - a)
  return rows
}

/** The largest silhouette of any photo, above or below zero: the common scale of the rows. Never less than 0.1, so that noise stays small. */
export function silhouetteScale(rows: Map<number, number[]>): number {
  let scale = 0.1
  for (const row of rows.values()) {
    for (const value of row)
      scale = Math.max(scale, Math.abs(value))
  }
  return scale
}

/** The outline of one row as an SVG path: photos from left to right, up to `scale` above the middle line, down to −`scale` below. */
export function silhouettePath(row: number[], scale: number, width: number, height: number): string {
  const middle = height / 2
  const step = width / row.length
  const corners = row.map((value, i) => `H${round((i) * step)}V${round(middle - value / scale * middle)}H${round((i + 1) * step)}`)
  return `M0 ${middle}${corners.join('')}V${middle}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
