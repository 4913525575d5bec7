import type { Label } from '#shared/contract/labels'
import { foldedName } from '#shared/domain/label-name'

/** One line under the name field: a label there is, or a new one to be made. */
export type NameChoice = { kind: 'label', label: Label } | { kind: 'new', name: string }

const most = 8

/** Labels that a typed text may mean, best first: those that begin with it, then those that contain it; last a new one. */
export function nameChoices(labels: Label[], typed: string): NameChoice[] {
  const asked = foldedName(typed.trim())
  const names = labels.map(label => ({
    label,
    name: foldedName(label.name),
  }))
  const begins = names.filter(({ name }) => name.startsWith(asked))
  const contains = names.filter(({ name }) => !name.startsWith(asked) && name.includes(asked))
  const choices: NameChoice[] = [
    ...begins,
    ...contains,
  ].slice(0, most).map(({ label }) => ({ kind: 'label', label }))
  if (asked !== '' && !names.some(({ name }) => name === asked)) {
    choices.push({
      kind: 'new',
      name: typed.trim(),
    })
  }
  return choices
}
