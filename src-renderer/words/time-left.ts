/** About how long something will take, in words; `seconds` as estimated. */
export function timeLeft(seconds: number): string {
  if (seconds < 10)
    return 'a few seconds left'
  if (seconds < 55)
    return `${Math.ceil(seconds / 5) * 5} s left`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60)
    return `${Math.max(1, minutes)} min left`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0
    ? `${hours} h left`
    : `${hours} h ${minutes % 60} min left`
}
