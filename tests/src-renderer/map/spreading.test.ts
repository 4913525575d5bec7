import type { Shown } from './stage/map-page'
import { describe, expect, it } from 'vitest'
import { useStage } from './stage/use-stage'

const mapOf = useStage()

describe('spreading', () => {
  it('lays photos beside one another at their zoom, has them chosen there, and puts them back', async () => {
    const page = await mapOf(60, { reducedMotion: false })
    const places = (): Promise<{ all: Shown[], size: number }> => page.evaluate(`({
      all: [...stage.library.ids].map(photo => ({ photo, ...stage.map.screenOf(photo) })),
      size: stage.map.statistics().thumbnailSize,
    })`)
    const before = await places()
    await page.evaluate('stage.map.setSpread(true), stage.settled()')
    const spread = await places()
    expect(spread.size).toBe(before.size)
    for (const one of spread.all) {
      for (const other of spread.all)
        expect(one === other || Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) >= spread.size).toBe(true)
    }
    expect(await page.evaluate('[...stage.library.ids].every(photo => stage.map.isPicture(photo))')).toBe(true)
    const moved = spread.all.map(({ x, y }, row) => Math.hypot(x - before.all[row].x, y - before.all[row].y))
    expect(Math.max(...moved)).toBeGreaterThan(5)
    expect(moved.reduce((sum, value) => sum + value, 0) / moved.length).toBeLessThan(4 * spread.size)
    const [target] = spread.all.filter(({ x, y }) => x > 60 && x < 640 && y > 60 && y < 440)
    await page.keyboard.down('Control')
    await page.mouse.click(target.x, target.y)
    await page.keyboard.up('Control')
    expect(await page.evaluate(`stage.told.filter(([name]) => name === 'choose').at(-1)`)).toEqual(['choose', [target.photo], 'replace', 'photo'])
    // The groups' names and outlines are not seen now, and don't stand in the way.
    await page.evaluate('stage.told.length = 0')
    const inSight = spread.all.filter(({ x, y }) => x > 10 && x < 690 && y > 10 && y < 490)
    await page.keyboard.down('Control')
    for (const { x, y } of inSight)
      await page.mouse.click(x, y)
    await page.keyboard.up('Control')
    const chosen = await page.evaluate(`stage.told.filter(([name]) => name === 'choose').map(([, photos, , what]) => [photos[0], what])`)
    expect(chosen).toEqual(inSight.map(({ photo }) => [photo, 'photo']))
    await page.evaluate('stage.told.length = 0')
    const grounds = Array.from({ length: 27 * 19 }, (_, at) => ({ x: 25 + 25 * (at % 27), y: 25 + 25 * Math.floor(at / 27) }))
      .filter(({ x, y }) => spread.all.every(photo => Math.max(Math.abs(photo.x - x), Math.abs(photo.y - y)) > 0.6 * spread.size + 6))
    for (const { x, y } of grounds)
      await page.mouse.click(x, y)
    expect(await page.evaluate(`[...new Set(stage.told.filter(([name]) => name === 'choose').map(([, , , what]) => what))]`)).toEqual(['nothing'])
    await page.evaluate('stage.map.setSpread(false), stage.settled()')
    const back = await places()
    expect(back.all.map(({ x, y }) => [x.toFixed(2), y.toFixed(2)])).toEqual(before.all.map(({ x, y }) => [x.toFixed(2), y.toFixed(2)]))
    await page.close()
  })

  it('is over when photos are placed anew, even while it is worked out', async () => {
    const page = await mapOf(60)
    const [is, wanted] = await page.evaluate<[number[], number[]]>(`(async () => {
      const { map, library } = stage
      map.setSpread(true)
      map.moveTo(library.ids, library.xy.map(value => 0.5 * value))
      await stage.settled()
      map.setSpread(false)
      await stage.settled()
      const camera = map.cameraNow()
      const { x, y } = map.screenOf(3)
      return [[x, y], [350 + (0.5 * library.xy[4] - camera.x) * camera.scale, 250 + (0.5 * library.xy[5] - camera.y) * camera.scale]]
    })()`)
    expect(is[0]).toBeCloseTo(wanted[0], 1)
    expect(is[1]).toBeCloseTo(wanted[1], 1)
    await page.close()
  })
})
