import type { Backbone } from '#main/backbones/backbone'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { classNames } from '#main/backbones/class-names'
import { findModel, locateModel } from '#main/backbones/locate-model'
import { backbones } from '#main/backbones/table'

describe.each(Object.entries<Backbone>(backbones))('the backbone %s', (id, backbone) => {
  it('is whole: its own id, taps of different names, the default among them', () => {
    const taps = backbone.taps.map(tap => tap.id)
    expect(backbone.id).toBe(id)
    expect(new Set(taps).size).toBe(taps.length)
    expect(taps).toContain(backbone.defaultTap)
    expect(backbone.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(backbone.preprocessing.resize).toBeGreaterThanOrEqual(backbone.preprocessing.crop)
  })

  it('is the file its entry says, where it is bundled, and can be fetched where it is not', async () => {
    const path = await findModel(backbone, ['/nowhere', 'models'])
    if (path) {
      expect(createHash('sha256').update(await readFile(path)).digest('hex')).toBe(backbone.sha256)
    }
    else {
      expect(backbone.address).toMatch(/^https:/)
      await expect(locateModel(backbone, ['models'])).rejects.toMatchObject({
        code: 'MODEL_MISSING',
        message: expect.stringContaining(`models get ${id}`),
      })
    }
  })

  it('has a name for each of its classes', async () => {
    const { count, namesFile } = backbone.classes!
    const names = await classNames(`models/${namesFile}`, count)
    expect([names[0], names[207], names.length]).toEqual(['tench', 'golden retriever', 1000])
    await expect(classNames(`models/${namesFile}`, 999)).rejects.toMatchObject({ code: 'MODEL_DESCRIPTION_INVALID' })
  })
})
