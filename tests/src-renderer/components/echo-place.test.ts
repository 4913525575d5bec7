import { expect, it } from 'vitest'
import { echoPlace } from '../../../src-renderer/components/echo-place'

it('marks a photo where it is, and at the rim where it is out of sight', () => {
  expect(echoPlace({ x: 100, y: 50 }, 400, 300)).toEqual({ x: 100, y: 50, away: false })
  expect(echoPlace({ x: 900, y: 50 }, 400, 300)).toEqual({ x: 392, y: 50, away: true })
  expect(echoPlace({ x: -5, y: 400 }, 400, 300)).toEqual({ x: 8, y: 292, away: true })
})
