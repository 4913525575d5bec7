/** Says that a folder's photos were another's before. */
export function movedWords(from: string): string {
  return `These are the photos of ${from}, which is gone: its library goes on here.`
}
