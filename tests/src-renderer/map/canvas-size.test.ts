import { expect, it } from 'vitest'
import { useStage } from './stage/use-stage'

const mapOf = useStage()

it('follows its host\'s size, and leaves nothing behind', async () => {
  const page = await mapOf(60)
  await page.setViewportSize({ width: 500, height: 400 })
  await page.evaluate('stage.settled()')
  const [width, inside] = await page.evaluate<[number, boolean]>(`[document.querySelector('canvas').width, [...stage.library.ids].every(photo => stage.map.screenOf(photo).x < 500)]`)
  expect([width, inside]).toEqual([500, true])
  expect(await page.evaluate(`(stage.canvas.destroy(), document.querySelectorAll('canvas').length)`)).toBe(0)
})

it('draws with the pixels of the screen that its window goes to', async () => {
  const page = await mapOf(60)
  // No browser without a window goes to another screen: what one would say then is said here.
  await page.evaluate(`(async () => {
    stage.canvas.destroy()
    const ask = window.matchMedia.bind(window)
    window.asked = []
    window.matchMedia = words => (asked.push(ask(words)), asked.at(-1))
    await openStage(60, true)
  })()`)
  for (const [before, ratio] of [[1, 1.25], [1.25, 2], [2, 1]]) {
    expect(await page.evaluate('asked.at(-1).media')).toBe(`(resolution: ${before}dppx)`)
    await page.evaluate(`(() => {
      Object.defineProperty(window, 'devicePixelRatio', { value: ${ratio}, configurable: true })
      asked.at(-1).dispatchEvent(new Event('change'))
    })()`)
    expect(await page.evaluate(`document.querySelector('canvas').width`)).toBe(700 * ratio)
  }
  await page.close()
})
