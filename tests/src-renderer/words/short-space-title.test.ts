import type { SpaceSummary } from '#shared/contract/common'
import { expect, it } from 'vitest'
import { shortSpaceTitle } from '../../../src-renderer/words/short-space-title'

function space(title: string, backbone: string): SpaceSummary {
  return { title, backbone } as SpaceSummary
}

it('leaves out the network\'s name while there is only one', () => {
  const one = space('Lite0 (ImageNet), fine texture, edges', 'lite0')
  expect(shortSpaceTitle(one, [one, space('Run 3', 'lite0')])).toBe('Fine texture, edges')
  expect(shortSpaceTitle(one, [one, space('ResNet34, last', 'resnet34')])).toBe(one.title)
  expect(shortSpaceTitle(space('Run 3', 'lite0'), [one])).toBe('Run 3')
})
