/** How far a point is from the line between two others. */
export function distanceToSegment(x: number, y: number, fromX: number, fromY: number, toX: number, toY: number): number {
  const dx = toX - fromX
  const dy = toY - fromY
  const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy)
}
