import type { Label } from '#shared/contract/labels'
import { t } from '../words/t'

/** True where there is enough to learn from (two labels of two photos each); otherwise what is missing, in words. */
export function readyToLearn(labels: Pick<Label, 'name' | 'photos'>[]): true | string {
  const enough = labels.filter(label => label.photos >= 2)
  if (enough.length >= 2)
    return true
  if (labels.every(label => label.photos === 0))
    return t('learning.nameTwo')
  const single = labels.find(label => label.photos === 1)
  if (single)
    return t('learning.needsSecond', { label: single.name })
  return t('learning.nameOneMore')
}
