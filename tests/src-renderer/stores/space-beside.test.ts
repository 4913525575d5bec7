import type { SpaceSummary } from '#shared/contract/common'
import { describe, expect, it } from 'vitest'
import { spaceBeside } from '../../../src-renderer/stores/space-beside'

function space(id: number, tap: string, run: number | null = null, more: Partial<SpaceSummary> = {}): SpaceSummary {
  return { id, tap, run, backbone: 'lite0', title: '', dimensions: 8, photos: 9, ...more } as SpaceSummary
}

const low = space(1, 'stage-2')
const pooled = space(2, 'pooled')
const first = space(3, 'pooled', 1)
const second = space(4, 'pooled', 2)

describe('what is best seen beside a map', () => {
  it('is the network\'s own view beside what was learnt from it', () => {
    expect(spaceBeside({ space: first, method: 'umap' }, [low, pooled, first, second]).space).toBe(pooled)
  })

  it('is what was learnt last beside the network\'s view', () => {
    expect(spaceBeside({ space: pooled, method: 'umap' }, [low, pooled, first, second]).space).toBe(second)
  })

  it('is another layer where nothing was learnt, and never one without photos', () => {
    expect(spaceBeside({ space: pooled, method: 'umap' }, [low, pooled, space(5, 'stage-4', null, { photos: 0 })]).space).toBe(low)
  })

  it('is the same space laid out another way where there is only one', () => {
    expect(spaceBeside({ space: pooled, method: 'umap' }, [pooled])).toEqual({ space: pooled, method: 'pca' })
    expect(spaceBeside({ space: pooled, method: 'pca' }, [pooled])).toEqual({ space: pooled, method: 'umap' })
  })
})
