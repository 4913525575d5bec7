import { expect, it } from 'vitest'
import { change, percent, percentChange, signed } from '../../../src-renderer/words/percent'

it('never calls less than all 100 %', () => {
  expect([0, 0.5, 0.999, 1].map(percent)).toEqual(['0 %', '50 %', '99 %', '100 %'])
})

it('writes signs as a printer would', () => {
  expect([
    signed(-0.071),
    signed(0.4),
    signed(-0.001),
  ]).toEqual(['−0.07', '0.40', '0.00'])
  expect([
    change(0.12),
    change(-0.12),
    change(0),
  ]).toEqual(['+0.12', '−0.12', '±0.00'])
})

it('tells a change as the difference of what is shown', () => {
  expect([percentChange(0.924, 0.946), percentChange(0.5, 0.49), percentChange(0.999, 1), percentChange(0.301, 0.302)]).toEqual(['+3 %', '−1 %', '+1 %', '±0 %'])
})
