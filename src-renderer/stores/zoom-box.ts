/** A picture `scale` times as large as its frame, its middle `x` and `y` frames from the frame's middle. */
export interface ZoomBox { scale: number, x: number, y: number }

interface Size { width: number, height: number }

export const noZoom: ZoomBox = { scale: 1, x: 0, y: 0 }
const nearest = 16

/** Zoomed by a factor about a point, in shares of the frame from its middle. */
export function zoomedAt({ scale, x, y }: ZoomBox, factor: number, atX: number, atY: number): ZoomBox {
  const next = Math.min(nearest, Math.max(1, scale * factor))
  const grown = next / scale
  return within({ scale: next, x: atX - (atX - x) * grown, y: atY - (atY - y) * grown })
}

/** Screen pixels to a pixel of a picture that fills its frame; null while one of them has no size. */
export function fittedShare(picture: Size, frame: Size, pixelRatio: number): number | null {
  const share = pixelRatio * Math.min(frame.width / picture.width, frame.height / picture.height)
  return share > 0 && Number.isFinite(share)
    ? share
    : null
}

export function movedBy({ scale, x, y }: ZoomBox, byX: number, byY: number): ZoomBox {
  return within({ scale, x: x + byX, y: y + byY })
}

/** The picture never leaves a gap at the frame's edge. */
function within({ scale, x, y }: ZoomBox): ZoomBox {
  const most = (scale - 1) / 2
  return { scale, x: Math.min(most, Math.max(-most, x)), y: Math.min(most, Math.max(-most, y)) }
}
