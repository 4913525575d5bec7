import sharp from 'sharp'
import { expect, it } from 'vitest'
import { coloursAt, expectPictures } from './stage/map-page'
import { useStage } from './stage/use-stage'

const mapOf = useStage()

it('shows a cluster in the colour and by the name it has now', async () => {
  const page = await mapOf(60)
  /** How many pixels are red, how many green, and all of them. */
  const seen = async (colour: number, name: string): Promise<{ red: number, green: number, pixels: Buffer }> => {
    await page.evaluate(`(() => {
      const { map, library } = stage
      const outline = stage.outline ??= [-1.2, -1.2, 1.2, -1.2, 1.2, 1.2, -1.2, 1.2]
      map.setClusters([{ index: 0, name: '${name}', photos: 60, colour: ${colour}, outline, x: 0, y: 0 }], new Int32Array(library.ids.length))
      return stage.settled()
    })()`)
    const { data, info } = await sharp(await page.screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const count = (is: (red: number, green: number, blue: number) => boolean): number =>
      Array.from({ length: info.width * info.height }, (_, at) => at).filter(at => is(data[3 * at], data[3 * at + 1], data[3 * at + 2])).length
    return {
      red: count((red, green, blue) => red > 200 && green < 60 && blue < 60),
      green: count((red, green, blue) => green > 200 && red < 60 && blue < 60),
      pixels: data,
    }
  }
  await page.evaluate('stage.map.fit(), stage.settled()')
  const red = await seen(0xFF0000, 'dog')
  const green = await seen(0x00FF00, 'dog')
  const again = await seen(0xFF0000, 'dog')
  const renamed = await seen(0xFF0000, 'a dog of another name')
  expect(green.green).toBeGreaterThan(red.green)
  expect(red.red).toBeGreaterThan(green.red)
  expect(again.pixels.equals(red.pixels)).toBe(true)
  expect(renamed.pixels.equals(red.pixels)).toBe(false)
})

it('shows a selected photo though others lie where it does', async () => {
  const page = await mapOf(9_000)
  const colour = await page.evaluate<number>('stage.themes.dark.selection')
  const [red, green, blue] = [16, 8, 0].map(shift => colour >> shift & 255)
  const selected = async (photos: string): Promise<number> => {
    await page.evaluate(`(stage.map.setClusters([], new Int32Array()), stage.map.setSelection(${photos}), stage.settled())`)
    const { data } = await sharp(await page.screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    let count = 0
    for (let at = 0; at < data.length; at += 3)
      count += Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue) < 90 ? 1 : 0
    return count
  }
  // All in one spot but a few: of those in it, any one that is selected is to be seen.
  await page.evaluate(`stage.map.moveTo(stage.library.ids, stage.library.xy.map((value, at) => at < 20 ? value : 0.001 * value)), stage.settled()`)
  expect(await selected('new Uint32Array()')).toBe(0)
  for (const row of [100, 4_000, 8_999])
    expect(await selected(`stage.library.ids.subarray(${row}, ${row + 1})`)).toBeGreaterThan(2)
  expect(await selected('stage.library.ids')).toBeGreaterThan(10)
})

it('shows a labelled photo though others without its label lie where it does', async () => {
  const page = await mapOf(9_000)
  const green = async (): Promise<number> => {
    await page.evaluate(`(stage.map.setClusters([], new Int32Array()), stage.settled())`)
    const { data } = await sharp(await page.screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    let count = 0
    for (let at = 0; at < data.length; at += 3)
      count += data[at] < 90 && data[at + 1] > 160 && data[at + 2] < 90 ? 1 : 0
    return count
  }
  await page.evaluate(`stage.map.setColours(new Uint32Array(9_000)), stage.map.moveTo(stage.library.ids, stage.library.xy.map((value, at) => at < 20 ? value : 0.001 * value)), stage.settled()`)
  expect(await green()).toBe(0)
  await page.evaluate(`stage.map.setColours(Uint32Array.from({ length: 9_000 }, (_, row) => row === 4_000 ? 0x00FF00 : 0))`)
  expect(await green()).toBeGreaterThan(0)
  await page.evaluate(`stage.map.setColours(new Uint32Array(9_000).fill(0x00FF00))`)
  expect(await green()).toBeGreaterThan(10)
})

it('lights the group under the pointer beneath its pictures', async () => {
  const page = await mapOf(60)
  await page.evaluate(`(() => {
    const { map, library } = stage
    const outline = [-1.2, -1.2, 1.2, -1.2, 1.2, 1.2, -1.2, 1.2]
    map.setClusters([{ index: 0, name: null, photos: 60, colour: 0x00FF00, outline, x: 0, y: 0 }], new Int32Array(library.ids.length))
    map.fit()
    return stage.settled()
  })()`)
  // Where no photo is.
  const { x, y, scale } = await page.evaluate<{ x: number, y: number, scale: number }>('stage.map.cameraNow()')
  const at = { x: 350 + (-0.7 - x) * scale, y: 250 + (0.3 - y) * scale }
  const greenAt = async (): Promise<number> => (await coloursAt(page, [{ photo: 0, x: at.x + 20, y: at.y }]))[0][1]
  const before = await greenAt()
  await page.mouse.move(at.x, at.y)
  await page.evaluate('stage.settled()')
  await expect.poll(greenAt).toBeGreaterThan(before + 4)
  await expectPictures(page)
})
