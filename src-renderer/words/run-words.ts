import { t } from './t'

const optimizers = ['adam', 'adamw', 'sgd'] as const
const schedules = ['constant', 'cosine'] as const

/** What a run was trained by; its id where the page has no words for it. */
export function optimizerWords(id: string): string {
  const known = optimizers.find(one => one === id)
  return known ? t(`learning.optimizer-${known}`) : id
}

/** How its rate went, likewise. */
export function scheduleWords(id: string): string {
  const known = schedules.find(one => one === id)
  return known ? t(`learning.rate-${known}`) : id
}
