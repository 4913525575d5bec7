import type { Label } from '#shared/contract/labels'
import type { LabelId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { nameChoices } from '../../../src-renderer/components/name-choices'

const labels: Label[] = ['Cats', 'Wild cats', 'Dogs'].map((name, i) => ({
  id: i + 1 as LabelId,
  name,
  colour: '#000000',
  parent: null,
  photos: 0,
  suggested: 0,
}))

function words(typed: string): string[] {
  return nameChoices(labels, typed).map(choice => choice.kind === 'label'
    ? choice.label.name
    : `new ${choice.name}`)
}

it('offers labels that begin with what is typed before those that contain it, and a new one last', () => {
  expect(words('cat')).toEqual(['Cats', 'Wild cats', 'new cat'])
  expect(words(' bird ')).toEqual(['new bird'])
})

it('offers no second label of the same name, however it is written', () => {
  expect(words('DOGS')).toEqual(['Dogs'])
})

it('offers all labels while nothing is typed', () => {
  expect(words('')).toEqual(['Cats', 'Wild cats', 'Dogs'])
})
