import { expect, it } from 'vitest'
import { arrayTextureBytes } from '../../../src-renderer/map/array-texture'
import { atlasBudget, atlasLayout, atlasLevels } from '../../../src-renderer/map/atlas-layout'

it.each([[1, 64], [7, 64], [10, 32], [98, 16], [196, 16]])('holds %i pages with thumbnails of %i px', (pages, cell) => {
  const layout = atlasLayout(pages, atlasBudget, 2048)
  expect(layout.cell).toBe(cell)
  expect(arrayTextureBytes(32 * cell, layout.layers, atlasLevels(cell))).toBeLessThanOrEqual(atlasBudget)
})

it('has room for all pages up to a hundred thousand photos', () => {
  for (let pages = 1; pages <= 98; pages++)
    expect(atlasLayout(pages, atlasBudget, 2048).layers).toBeGreaterThanOrEqual(pages)
})

it('keeps to what the graphics card can do', () => {
  expect(atlasLayout(300, atlasBudget, 256).layers).toBeLessThanOrEqual(256)
})
