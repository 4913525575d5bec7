import type { Page } from 'playwright-core'
import type { Shown } from './stage/map-page'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStage } from '#tests/bench/map/open-stage'
import { coloursAt, expectPictures, uncovered } from './stage/map-page'
import { useStage } from './stage/use-stage'

const mapOf = useStage()

/** Goes so near to a heap that large thumbnails are wanted. */
function goNear(page: Page): Promise<void> {
  return page.evaluate('stage.map.fit(stage.library.ids.filter((_, row) => stage.library.of[row] === stage.library.of[0])), stage.settled()')
}

describe('pictures', () => {
  let page: Page
  beforeAll(async () => {
    page = await mapOf(60)
    await page.evaluate('stage.map.setClusters([], new Int32Array())')
  })
  beforeEach(() => page.evaluate('stage.map.fit(), stage.settled()'))
  afterAll(() => page.close())

  it('shows each photo its own picture, from the atlas and from large thumbnails', async () => {
    await expectPictures(page)
    expect(await page.evaluate('stage.source.photos.length')).toBe(0)
    await goNear(page)
    expect(await page.evaluate<number>('stage.map.statistics().thumbnailSize')).toBeGreaterThan(72)
    expect(await page.evaluate('stage.map.statistics().largeThumbnails')).toBeGreaterThan(0)
    await expectPictures(page)
  })

  it('leaves room: no two pictures lie on one another by more than a fifth, and who is shown stays so nearer by', async () => {
    const shown = (): Promise<{ pictures: Shown[], size: number }> => page.evaluate(`({
      pictures: [...stage.library.ids].filter(photo => stage.map.isPicture(photo)).map(photo => ({ photo, ...stage.map.screenOf(photo) })),
      size: stage.map.statistics().thumbnailSize,
    })`)
    const crowded = await shown()
    for (const one of crowded.pictures) {
      for (const other of crowded.pictures)
        expect(one === other || Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) >= 0.8 * crowded.size).toBe(true)
    }
    expect(crowded.pictures.length).toBeGreaterThan(10)
    expect(crowded.pictures.length).toBeLessThan(60)
    await page.evaluate('stage.map.zoomBy(4), stage.settled()')
    const nearer = new Set((await shown()).pictures.map(({ photo }) => photo))
    expect(nearer.size).toBeGreaterThan(crowded.pictures.length)
    expect(crowded.pictures.every(({ photo }) => nearer.has(photo))).toBe(true)
  })

  it('draws dots for those without room, in the colours of their labels', async () => {
    const dots = await page.evaluate<Shown[]>(`(() => {
      const { map, library } = stage
      map.setColours(library.ids.map(() => 0xE0700F))
      const all = [...library.ids].map(photo => ({ photo, picture: map.isPicture(photo), ...map.screenOf(photo) }))
      const far = 0.5 * map.statistics().thumbnailSize + 8
      return stage.settled().then(() => all.filter(({ photo, picture, x, y }) => !picture && x > 20 && x < 680 && y > 20 && y < 480
        && all.every(other => other.photo === photo || Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) > (other.picture ? far : 6))))
    })()`)
    const found = await coloursAt(page, dots)
    // One or the other is just becoming a picture.
    expect(found.filter(([red, green, blue]) => red > 190 && green < 130 && blue < 60).length).toBeGreaterThan(0.7 * found.length)
    expect(found.length).toBeGreaterThan(3)
  })

  it('shows an edited photo anew, and only asks for what it needs', async () => {
    await page.evaluate('stage.source.pages.length = 0')
    await page.evaluate(`(() => {
      for (const photo of stage.library.ids)
        if (photo % 2)
          stage.source.editions.set(photo, 1)
      stage.canvas.invalidate(stage.library.ids.filter(photo => photo % 2))
      return stage.settled()
    })()`)
    expect(await page.evaluate('stage.source.pages')).toEqual([0])
    await expectPictures(page)
    await goNear(page)
    await expectPictures(page)
  })

  it('shows another library\'s pictures under the same numbers', async () => {
    await goNear(page)
    await page.evaluate(`(() => {
      for (const photo of stage.library.ids)
        stage.source.editions.set(photo, 2)
      stage.map.setPhotos(stage.library)
      return stage.settled()
    })()`)
    await expectPictures(page)
    await page.evaluate('stage.map.fit(), stage.settled()')
    await expectPictures(page)
  })

  it('keeps pictures right while the library grows from page to page', async () => {
    const place = 'Float32Array.from({ length: 2 * ids.length }, (_, at) => stage.library.xy[at] ?? 0.01 * (at % 7))'
    for (const count of [1500, 3000]) {
      await page.evaluate(`(() => {
        const ids = Uint32Array.from({ length: ${count} }, (_, at) => at + 1)
        stage.map.moveTo(ids, ${place})
        stage.map.moveTo(stage.library.ids, stage.library.xy)
        return stage.settled()
      })()`)
      await expectPictures(page)
    }
  })

  it('has its pictures again after the graphics card lost them', async () => {
    await page.evaluate(`(async () => {
      const lost = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context')
      const canvas = document.querySelector('canvas')
      const gone = new Promise(resolve => canvas.addEventListener('webglcontextlost', resolve, { once: true }))
      lost.loseContext()
      await gone
      await new Promise(requestAnimationFrame)
      const back = new Promise(resolve => canvas.addEventListener('webglcontextrestored', resolve, { once: true }))
      lost.restoreContext()
      await back
      await stage.settled()
    })()`)
    await expectPictures(page)
  })
})

describe('pointing', () => {
  let page: Page
  beforeAll(async () => {
    page = await mapOf(60)
  })
  beforeEach(() => page.evaluate(`stage.map.setTool('pan'), stage.map.fit(), stage.told.length = 0, stage.settled()`))
  afterAll(() => page.close())
  const chosen = (): Promise<unknown[]> => page.evaluate(`stage.told.filter(([name]) => name === 'choose' || name === 'open').at(-1) ?? []`)

  it('chooses clusters, photos and nothing', async () => {
    const member = await page.evaluate<Shown & { cluster: number, others: number[] }>(`(() => {
      const { map, library } = stage
      const row = library.of.findIndex(cluster => cluster >= 0)
      const cluster = library.of[row]
      return { photo: library.ids[row], ...map.screenOf(library.ids[row]), cluster, others: [...library.ids].filter((_, at) => library.of[at] === cluster) }
    })()`)
    // On the ground of the cluster, a photo of it or its name: each means the cluster.
    await page.mouse.click(member.x, member.y)
    const [, photos, mode, what] = await chosen() as ['choose', number[], string, string]
    expect([what, mode]).toEqual(['cluster', 'replace'])
    expect(photos.length).toBeGreaterThan(1)

    const [stray] = await uncovered(page)
    await page.keyboard.down('Control')
    await page.mouse.click(stray.x, stray.y)
    await page.keyboard.up('Control')
    expect(await chosen()).toEqual(['choose', [stray.photo], 'replace', 'photo'])
    await page.keyboard.down('Shift')
    await page.keyboard.down('Control')
    await page.mouse.click(stray.x, stray.y)
    await page.keyboard.up('Control')
    await page.keyboard.up('Shift')
    expect(await chosen()).toEqual(['choose', [stray.photo], 'add', 'photo'])
    await page.mouse.click(2, 2)
    expect(await chosen()).toEqual(['choose', [], 'replace', 'nothing'])
    await page.mouse.dblclick(stray.x, stray.y)
    expect(await chosen()).toEqual(['open', stray.photo])
  })

  it('takes in with the lasso what lies in it', async () => {
    await page.evaluate(`stage.map.setTool('lasso')`)
    await page.mouse.move(5, 5)
    await page.mouse.down()
    await page.mouse.move(350, 5, { steps: 4 })
    await page.evaluate('stage.settled()')
    // The line is seen, and its strokes cost no frame of the map.
    const line = (): Promise<[string, number, number]> => page.evaluate(`(() => {
      const line = document.querySelector('svg polygon')
      return [line.parentElement.style.display, line.points.numberOfItems, stage.map.statistics().frames]
    })()`)
    const [, points, frames] = await line()
    for (const [x, y] of [[350, 495], [5, 495], [5, 8]])
      await page.mouse.move(x, y, { steps: 4 })
    expect(await line()).toEqual(['block', points + 12, frames])
    await page.mouse.up()
    expect((await line())[0]).toBe('none')
    const [, photos, mode, what] = await chosen() as ['choose', number[], string, string]
    expect([what, mode]).toEqual(['lasso', 'replace'])
    const left = await page.evaluate<number[]>('[...stage.library.ids].filter(photo => stage.map.screenOf(photo).x < 350)')
    expect(photos).toEqual(left)
    expect(left.length).toBeGreaterThan(5)
  })

  it('pans with a drag and zooms with the wheel at the pointer', async () => {
    const at = (): Promise<Shown> => page.evaluate('({ photo: 5, ...stage.map.screenOf(5) })')
    const before = await at()
    await page.mouse.move(350, 250)
    await page.mouse.down()
    await page.mouse.move(370, 265)
    await page.mouse.up()
    const panned = await at()
    expect([panned.x - before.x, panned.y - before.y].map(Math.round)).toEqual([20, 15])
    await page.mouse.move(panned.x, panned.y)
    await page.mouse.wheel(0, -300)
    await page.evaluate('stage.settled()')
    const zoomed = await at()
    expect(zoomed.x).toBeCloseTo(panned.x, 0)
    expect(zoomed.y).toBeCloseTo(panned.y, 0)
    expect(await page.evaluate(`stage.told.filter(([name]) => name === 'choose').length`)).toBe(0)
    expect(await page.evaluate(`stage.told.some(([name]) => name === 'camera')`)).toBe(true)
  })

  it('walks with the keyboard\'s cursor', async () => {
    await page.evaluate(`['right', 'right', 'up'].forEach(way => stage.map.moveFocus(way))`)
    const walked = await page.evaluate<number[]>(`stage.told.filter(([name]) => name === 'focus').map(([, photo]) => photo)`)
    expect(walked).toHaveLength(3)
    const [first, second, third] = await page.evaluate<Shown[]>(`[${walked}].map(photo => ({ photo, ...stage.map.screenOf(photo) }))`)
    expect(second.x).toBeGreaterThan(first.x)
    expect(third.y).toBeLessThan(second.y)
  })
})

describe('movement', () => {
  it('lets photos glide to new places and then sleeps', async () => {
    const page = await mapOf(60, { reducedMotion: false })
    const path = await page.evaluate<{ x: number[], moving: boolean, slept: boolean, end: number }>(`(async () => {
      const { map, library } = stage
      map.panBy(0, 0)
      const x = [map.screenOf(3).x]
      map.moveTo(library.ids, library.xy.map((value, at) => at % 2 ? value : -value))
      const { moving } = map.statistics()
      while (map.statistics().moving) {
        await new Promise(requestAnimationFrame)
        x.push(map.screenOf(3).x)
      }
      await stage.settled()
      for (let frame = 0; frame < 30; frame++)
        await new Promise(requestAnimationFrame)
      const { frames } = map.statistics()
      for (let frame = 0; frame < 30; frame++)
        await new Promise(requestAnimationFrame)
      const camera = map.cameraNow()
      return { x, moving, slept: map.statistics().frames === frames, end: 350 + (-library.xy[4] - camera.x) * camera.scale }
    })()`)
    expect(path.moving).toBe(true)
    expect(path.slept).toBe(true)
    expect(path.x.at(-1)).toBeCloseTo(path.end, 1)
    const way = path.x.map(x => (x - path.x[0]) / (path.end - path.x[0]))
    expect(way.some(share => share > 0.02 && share < 0.98)).toBe(true)
  })

  it('draws one frame for each move, and none while pictures wait to be asked for', async () => {
    const page = await mapOf(60)
    const frames = await page.evaluate<number>(`(async () => {
      const { map } = stage
      await stage.settled()
      const { frames } = map.statistics()
      map.panBy(5, 0)
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      map.panBy(5, 0)
      while (map.statistics().loading)
        await new Promise(requestAnimationFrame)
      return map.statistics().frames - frames
    })()`)
    // A picture that comes has one of its own.
    expect(frames).toBeLessThanOrEqual(3)
  })

  it('jumps where motion is not wanted', async () => {
    const page = await mapOf(60)
    expect(await page.evaluate(`(() => {
      const { map, library } = stage
      map.moveTo(library.ids.slice(1), library.xy.slice(2))
      return [map.statistics().moving, map.statistics().photos, map.screenOf(1)]
    })()`)).toEqual([false, 59, null])
  })
})

it('goes back to the views one has been to, and forward again', async () => {
  const page = await mapOf(60)
  const scale = (): Promise<number> => page.evaluate('stage.map.cameraNow().scale')
  // A view counts as one has been to once the map has rested at it.
  const rest = (): Promise<void> => page.evaluate('stage.settled().then(() => new Promise(resolve => setTimeout(resolve, 1000)))')
  await page.evaluate('stage.map.fit()')
  await rest()
  const whole = await scale()
  await page.evaluate('stage.map.fit(stage.library.ids.subarray(0, 3))')
  await rest()
  const near = await scale()
  await page.evaluate('stage.map.goBack()')
  await expect.poll(scale, { timeout: 10_000 }).toBeCloseTo(whole, 3)
  await page.evaluate('stage.map.goForward()')
  await expect.poll(scale, { timeout: 10_000 }).toBeCloseTo(near, 3)
  await page.evaluate('stage.map.goForward(), stage.settled()')
  expect(await scale()).toBeCloseTo(near, 3)
})

it('says so where there is no WebGL', async () => {
  const bare = await openStage(['--disable-3d-apis'])
  try {
    await expect(bare.page(10)).rejects.toThrow(/WebGL 2/)
  }
  finally {
    await bare.close()
  }
})
