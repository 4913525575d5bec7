/** CSS px from the rim at which what is out of sight is pointed to. */
const rim = 8

/** Where to mark a place of a map: where it is, or at the rim on the way to it where it is out of sight. */
export function echoPlace(place: { x: number, y: number }, width: number, height: number): { x: number, y: number, away: boolean } {
  const x = Math.min(Math.max(place.x, rim), width - rim)
  const y = Math.min(Math.max(place.y, rim), height - rim)
  return { x, y, away: x !== place.x || y !== place.y }
}
