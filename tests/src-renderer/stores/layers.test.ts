import type { SpaceSummary } from '#shared/contract/common'
import { expect, it } from 'vitest'
import { layersOf } from '../../../src-renderer/stores/layers'

function space(tap: string, more: Partial<SpaceSummary> = {}): SpaceSummary {
  return { tap, backbone: 'net', run: null, ...more } as SpaceSummary
}

it('puts the layers of one network in order, without what was learnt or mixed', () => {
  const spaces = [space('pooled'), space('stage-10'), space('all-stages'), space('stage-2'), space('pooled', { run: 3 as SpaceSummary['run'] }), space('stage-2-flat'), space('stem'), space('stage-1', { backbone: 'other' })]
  expect(layersOf(spaces, 'net').map(({ tap }) => tap)).toEqual(['stem', 'stage-2', 'stage-10', 'pooled'])
})
