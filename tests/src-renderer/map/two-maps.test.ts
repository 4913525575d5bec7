import type { Page } from 'playwright-core'
import type { Shown } from './stage/map-page'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { coloursAt, expectPictures } from './stage/map-page'
import { pictureColour } from './stage/synthetic-library'
import { useStage } from './stage/use-stage'

const onStage = useStage()
let page: Page

afterEach(() => page.close())

async function mapOf(...asked: Parameters<typeof onStage>): Promise<Page> {
  page = await onStage(...asked)
  return page
}

describe('two maps on one canvas', () => {
  /** The second map's photos by where they are on the page. */
  const besides = `[...stage.library.ids].filter(photo => stage.second.isPicture(photo)).map(photo => ({ photo, ...stage.second.screenOf(photo) }))
    .filter(({ x, y }) => x > 20 && x < 330 && y > 20 && y < 480).map(one => ({ ...one, x: one.x + 350 }))`

  it('shows each photo twice from the same textures, and the hand works on either', async () => {
    const page = await mapOf(60)
    await page.evaluate('stage.map.setClusters([], new Int32Array())')
    const before = await page.evaluate<number>('stage.map.statistics().textureBytes')
    await page.evaluate('stage.second = stage.openBeside(), stage.settled()')
    expect(await page.evaluate('document.querySelectorAll("canvas").length')).toBe(1)
    expect(await page.evaluate('stage.map.statistics().textureBytes')).toBe(before)
    const pictures = await page.evaluate<number[]>(`[...stage.library.ids].filter(photo => stage.second.isPicture(photo))`)
    const shown = (await page.evaluate<Shown[]>(besides)).filter(({ photo }) => pictures.includes(photo)).slice(-4)
    const colours = await coloursAt(page, shown)
    expect(shown.filter(({ photo }, at) => pictureColour(photo).some((value, channel) => Math.abs(value - colours[at][channel]) > 3)).map(({ photo }) => photo)).toEqual([])
    const left = await page.evaluate('stage.map.cameraNow()')
    await page.mouse.move(500, 250)
    await page.mouse.wheel(0, -300)
    await page.evaluate('stage.settled()')
    expect(await page.evaluate('stage.map.cameraNow()')).toEqual(left)
    const [near] = await page.evaluate<Shown[]>(besides)
    await page.keyboard.down('Control')
    await page.mouse.click(near.x, near.y)
    await page.keyboard.up('Control')
    expect(await page.evaluate(`stage.told.filter(([name]) => name === 'choose').at(-1)[3]`)).toBe('photo')
    await page.evaluate('stage.second.close(), document.body.classList.remove("two"), stage.settled()')
    await expectPictures(page)
  })

  it('looks at the same place on both while they are linked', async () => {
    const page = await mapOf(60)
    await page.evaluate('stage.second = stage.openBeside(), stage.canvas.setLinked(true), stage.second.zoomBy(4), stage.settled()')
    const [left, right] = await page.evaluate<object[]>('[stage.map.cameraNow(), stage.second.cameraNow()]')
    expect(left).toEqual(right)
    await page.evaluate('stage.map.lookAt(0.1, 0.2), stage.settled()')
    expect(await page.evaluate('stage.second.cameraNow()')).toMatchObject({ x: expect.closeTo(0.1), y: expect.closeTo(0.2) })
    await page.evaluate('stage.canvas.setLinked(false), stage.map.fit(), stage.settled()')
    expect(await page.evaluate('stage.second.cameraNow()')).toMatchObject({ x: expect.closeTo(0.1) })
  })

  it('lets photos fly from one to the other, and then sleeps', async () => {
    const page = await mapOf(60, { reducedMotion: false })
    await page.evaluate('stage.second = stage.openBeside(), stage.settled()')
    const at = async (): Promise<Buffer> => await sharp(await page.screenshot()).extract({ left: 330, top: 0, width: 40, height: 500 }).raw().toBuffer()
    const still = await at()
    // On a busy machine a picture of the page may come when all have landed.
    let seen = false
    for (let flight = 0; flight < 5 && !seen; flight++) {
      await page.evaluate('stage.canvas.fly(stage.map, stage.second), new Promise(resolve => setTimeout(resolve, 300))')
      seen = !(await at()).equals(still)
    }
    expect(seen).toBe(true)
    await page.evaluate('new Promise(resolve => setTimeout(resolve, 1500))')
    expect((await at()).equals(still)).toBe(true)
    const { frames } = await page.evaluate<{ frames: number }>('stage.map.statistics()')
    await page.evaluate('new Promise(resolve => setTimeout(resolve, 300))')
    expect(await page.evaluate('stage.map.statistics().frames')).toBe(frames)
  })
})
