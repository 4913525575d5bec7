import type { ServedPage } from '#tests/bench/map/served-page'
import { setTimeout } from 'node:timers/promises'
import { frameScripts, longestScript } from '#tests/bench/map/frame-scripts'
import { told } from '#tests/bench/map/served-page'

interface Place { x: number, y: number }

/** Where a photo is in the window; the page answers into the event's own object. */
function placeOf(photo: string): string {
  return `(() => {
  const detail = { photo: ${photo} }
  document.dispatchEvent(new CustomEvent('silhouette:probe', { detail }))
  return detail.at ?? null
})()`
}

/** Waits until the map stands still, its groups are there, and no picture is on its way. */
export async function settled({ page }: ServedPage, ms = 2_500): Promise<void> {
  await told(page, `document.documentElement.dataset.mapState === 'ready' || null`)
  await told(page, `document.querySelector('[data-group]') && 1`)
  await setTimeout(ms)
}

/** Zooms in by so many steps of the wheel at a photo, pans about and zooms to and fro. @returns ms of script by frame */
export async function panAndZoom(served: ServedPage, photo: number, steps: number): Promise<number[]> {
  const { page, cdp } = served
  const { x, y } = await told<Place>(page, placeOf(String(photo)))
  await page.mouse.move(x, y)
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, -120)
    await setTimeout(40)
  }
  await settled(served)
  return frameScripts(cdp, async () => {
    await page.mouse.down()
    for (let step = 1; step <= 30; step++)
      await page.mouse.move(x + 160 * Math.sin(step / 7), y + 120 * Math.sin(1.7 * step / 7))
    await page.mouse.move(x, y)
    await page.mouse.up()
    for (let step = 1; step <= 24; step++)
      await page.mouse.wheel(0, 100 * Math.sin(step / 4))
  })
}

/** Goes to the next layer's map. @returns ms of script by frame, from the key to rest */
export async function changeMap({ page, cdp }: ServedPage, key: '[' | ']'): Promise<number[]> {
  return frameScripts(cdp, async () => {
    await page.keyboard.press(key)
    await told(page, `document.documentElement.dataset.mapState === 'moving' || null`)
    await told(page, `document.documentElement.dataset.mapState === 'ready' || null`)
  })
}

/** Lays all photos out so that none covers another. @returns ms from the key to rest, and the longest that the page was held up */
export async function spreadAll(served: ServedPage): Promise<{ ms: number, longestMs: number }> {
  const { page, cdp } = served
  let ms = 0
  const longestMs = await longestScript(cdp, async () => {
    const started = performance.now()
    await page.keyboard.press('d')
    await told(page, `document.documentElement.dataset.mapState === 'moving' || null`)
    await told(page, `document.documentElement.dataset.mapState === 'ready' || null`)
    ms = performance.now() - started
  })
  await page.keyboard.press('d')
  await settled(served)
  return { ms, longestMs }
}

/** Shows the photos as a grid and scrolls it: line by line, and by leaps. @returns ms of script by frame */
export async function scrollGrid({ page, cdp }: ServedPage): Promise<number[]> {
  await page.keyboard.press('t')
  const grid = page.getByTestId('grid')
  await grid.waitFor()
  await told(page, `document.querySelectorAll('[data-photo] img').length > 40 || null`)
  await setTimeout(2_500)
  const { x, y } = (await grid.boundingBox())!
  await page.mouse.move(x + 300, y + 300)
  const ms = await frameScripts(cdp, async () => {
    for (let step = 0; step < 80; step++)
      await page.mouse.wheel(0, step < 40 ? 120 : step < 60 ? -240 : 900)
    await setTimeout(1_000)
  })
  // Nothing is measured of a grid that stood still.
  await told(page, `document.querySelector('[data-testid=grid]').scrollTop > 0 || null`)
  return ms
}

/** Draws a lasso around the `share` of photos that lie farthest to the left. @returns ms from letting go to the photos being shown as chosen, and how many they are */
export async function lasso({ page }: ServedPage, photos: number, share: number): Promise<{ ms: number, chosen: number }> {
  const edge = await told<number>(page, `(() => {
    const xs = Float32Array.from({ length: ${photos} }, (_, at) => ${placeOf('at + 1')}.x).sort()
    return xs[Math.floor(${share} * xs.length)]
  })()`)
  const box = (await page.getByTestId('map').boundingBox())!
  await page.keyboard.press('s')
  await page.mouse.move(box.x + 2, box.y + 2)
  await page.mouse.down()
  for (const [x, y] of [[edge, box.y + 2], [edge, box.y + box.height - 2], [box.x + 2, box.y + box.height - 2], [box.x + 2, box.y + 4]])
    await page.mouse.move(x, y, { steps: 5 })
  await page.evaluate(watch('pointerup', `document.querySelector('[data-testid=selection] h2.number')`))
  await page.mouse.up()
  const ms = await told<number>(page, 'bench.shownMs()')
  const chosen = await page.locator('[data-testid=selection] h2.number').textContent()
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  return { ms, chosen: Number(chosen!.replaceAll(/\D/g, '')) }
}

/**
 * Labels all photos by one key, takes it back and does it again. @returns ms from each key to the page showing it:
 * the label's number and what the selection is made of, drawn.
 */
export async function labelAll(served: ServedPage, photos: number): Promise<{ label: number, undo: number, redo: number }> {
  const { page } = served
  const all = photos.toLocaleString('en')
  // A photo first, or the group it is in, so that there is a label with a key.
  const { x, y } = await told<Place>(page, placeOf('1'))
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
  await page.keyboard.press('l')
  await page.keyboard.type('All of them')
  await page.keyboard.press('Enter')
  const before = await told<string>(page, `document.querySelector('[data-testid=label] .photos')?.textContent.trim()`)
  await page.keyboard.press('Escape')
  await page.getByTestId('map').focus()
  await page.keyboard.press('Control+a')
  await setTimeout(1_500)
  const timed = async (key: string, number: string): Promise<number> => {
    await page.evaluate(watch('keydown', `document.querySelector('[data-testid=label] .photos')?.textContent.trim() === '${number}'
      && document.querySelector('[data-testid=selection] .parts')?.textContent.includes('${number} All of them')`))
    await page.keyboard.press(key)
    const ms = await told<number>(page, 'bench.shownMs()')
    await setTimeout(1_500)
    return ms
  }
  return {
    label: await timed('1', all),
    undo: await timed('Control+z', before),
    redo: await timed('Control+Shift+z', all),
  }
}

/**
 * Has the page look once a frame whether something is shown, and keep how long after `since` that was on the screen. Where
 * it stands on the page in the first frame after the event, that is when the browser says that this frame was on the
 * screen. Where it comes later, it is when the second frame after it begins: a browser does not say it of other frames.
 */
function watch(event: 'keydown' | 'pointerup', shown: string): string {
  const since = event === 'keydown' ? 'bench.keyAt' : 'bench.upAt'
  return `(() => {
    bench.shownMs = () => null
    ${since} = null
    let frames = 0
    const look = () => {
      if (${since} === null)
        return requestAnimationFrame(look)
      frames++
      if (!(${shown}))
        return requestAnimationFrame(look)
      if (frames === 1)
        return bench.shownMs = () => bench.presentedMs('${event}', ${since})
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const ms = performance.now() - ${since}
        bench.shownMs = () => ms
      }))
    }
    requestAnimationFrame(look)
  })()`
}
