import { describe, expect, it } from 'vitest'
import { ViewHistory } from '../../../src-renderer/map/view-history'

const whole = { x: 0, y: 0, scale: 100 }
const near = { x: 0.5, y: 0.5, scale: 900 }
const nearer = { x: 0.5, y: 0.4, scale: 4000 }

describe('the views one has been to', () => {
  it('go back and forward', () => {
    const history = new ViewHistory()
    for (const view of [whole, near, nearer])
      history.rest(view)
    expect(history.back(nearer)).toEqual(near)
    expect(history.back(near)).toEqual(whole)
    expect(history.back(whole)).toBeNull()
    expect(history.forward(whole)).toEqual(near)
    expect(history.forward(near)).toEqual(nearer)
    expect(history.forward(nearer)).toBeNull()
  })

  it('take in where one is, though one has not rested there', () => {
    const history = new ViewHistory()
    history.rest(whole)
    expect(history.back(near)).toEqual(whole)
    expect(history.forward(whole)).toEqual(near)
  })

  it('count no view that is nearly the last one', () => {
    const history = new ViewHistory()
    history.rest(whole)
    history.rest({ ...whole, x: 0.1 })
    expect(history.back(whole)).toBeNull()
  })

  it('forget what lay ahead once one goes elsewhere', () => {
    const history = new ViewHistory()
    history.rest(whole)
    history.rest(near)
    expect(history.back(near)).toEqual(whole)
    history.rest(nearer)
    expect(history.forward(nearer)).toBeNull()
    expect(history.back(nearer)).toEqual(whole)
  })

  it('are not kept without end, nor beyond the photos they were of', () => {
    const history = new ViewHistory()
    for (let at = 0; at < 80; at++)
      history.rest({ x: at, y: 0, scale: 100 })
    let back = 0
    for (let view = history.back({ x: 79, y: 0, scale: 100 }); view; view = history.back(view))
      back++
    expect(back).toBe(49)
    history.clear()
    expect(history.back(whole)).toBeNull()
  })
})
