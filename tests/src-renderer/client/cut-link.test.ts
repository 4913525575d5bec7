import { expect, it } from 'vitest'
import { cutLink } from '../../../src-renderer/client/cut-link'

const options = { context: {} }

it('lets calls wait for the first way', async () => {
  const link = cutLink()
  const answer = link.call(['a'], 1, options)
  link.lay({
    call: async (path, input) => [path, input],
  })
  expect(await answer).toEqual([
    ['a'],
    1,
  ])
})

it('fails what waits on a way that is cut, and goes over the new one afterwards', async () => {
  const link = cutLink()
  link.lay({
    call: () => new Promise(() => {}),
  })
  let cuts = 0
  link.onCut(() => cuts++)
  const lost = link.call(['a'], 1, options)
  await Promise.resolve()
  await Promise.resolve()
  link.lay({
    call: async () => 'new',
  })
  await expect(lost).rejects.toThrow(TypeError)
  expect(cuts).toBe(1)
  expect(await link.call(['a'], 1, options)).toBe('new')
})

it('forgets who no longer listens', () => {
  const link = cutLink()
  link.lay({
    call: async () => 0,
  })
  let cuts = 0
  link.onCut(() => cuts++)()
  link.lay({
    call: async () => 0,
  })
  expect(cuts).toBe(0)
})
