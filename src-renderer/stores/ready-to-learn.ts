import type { Label } from '#shared/contract/labels'

/** True where there is enough to learn from (two labels of two photos each); otherwise what is missing, in words. */
export function readyToLearn(labels: Pick<Label, 'name' | 'photos'>[]): true | string {
  const enough = labels.filter(label => label.photos >= 2)
  if (enough.length >= 2)
    return true
  if (labels.every(label => label.photos === 0))
    return 'Name two groups of photos first.'
  const single = labels.find(label => label.photos === 1)
  if (single)
    return `“${single.name}” needs a second photo.`
  return 'Name one more group to tell it apart from.'
}
