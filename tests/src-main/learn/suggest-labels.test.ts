import { describe, expect, it } from 'vitest'
import { suggestLabels } from '#main/learn/suggest-labels'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { gaussianFeatures, nearestAccuracy, someOfEach } from './gaussian-features'

const { features: space, kinds } = gaussianFeatures({ perKind: 60, kinds: 5, columns: 14, seed: 11 })
const labels = { ...someOfEach(kinds, 6), classCount: 5 }

describe('suggestLabels', () => {
  it('is right more often than the nearest labelled photo, and knows how often', async () => {
    const neighbours = await nearestNeighboursScan(space, 12)
    const { rows, classes, confidences } = await suggestLabels({ space, neighbours, ...labels })
    const labelled = new Set(labels.rows)
    expect([...rows]).toEqual(Array.from(kinds.keys()).filter(i => !labelled.has(i)))
    const right = Array.from(rows, (row, at) => classes[at] === kinds[row])
    const accuracy = right.filter(Boolean).length / rows.length
    expect(accuracy).toBeGreaterThan(nearestAccuracy(space, kinds, labels.rows, [...rows]))
    const sure = right.filter((_, at) => confidences[at] >= 0.9)
    expect(sure.length).toBeGreaterThan(rows.length / 10)
    expect(sure.filter(Boolean).length / sure.length).toBeGreaterThan(0.85)
    expect(confidences.every(confidence => confidence > 1 / 5 - 1e-6 && confidence <= 1)).toBe(true)
  })

  it('is less sure of the same by as much as labels tell less beyond their acts', async () => {
    const neighbours = await nearestNeighboursScan(space, 12)
    const [sure, unsure] = [await suggestLabels({ space, neighbours, ...labels }), await suggestLabels({ space, neighbours, ...labels, beyondActs: 0.8 })]
    const mean = ({ confidences }: typeof sure): number => confidences.reduce((sum, own) => sum + own, 0) / confidences.length
    expect(unsure.classes).toEqual(sure.classes)
    expect(mean(unsure) / mean(sure)).toBeGreaterThan(0.65)
    expect(mean(unsure) / mean(sure)).toBeLessThan(0.9)
    expect(unsure.confidences.every((own, at) => own <= sure.confidences[at])).toBe(true)
  })

  it('never suggests what was refused', async () => {
    const neighbours = await nearestNeighboursScan(space, 10)
    const first = await suggestLabels({ space, neighbours, ...labels })
    const refused = Array.from(first.rows).flatMap((row, at) => [row, first.classes[at]])
    const second = await suggestLabels({ space, neighbours, ...labels, refused })
    expect(second.rows).toEqual(first.rows)
    second.classes.forEach((own, at) => expect(own).not.toBe(first.classes[at]))
  })

  it('does with one label, none, photos all alike, and fewer photos than neighbours', async () => {
    const neighbours = await nearestNeighboursScan(space, 10)
    const one = await suggestLabels({ space, neighbours, rows: [0], classes: [0], classCount: 1 })
    expect(one.confidences.every(confidence => confidence === 1)).toBe(true)
    expect((await suggestLabels({ space, neighbours, rows: [], classes: [], classCount: 0 })).rows).toHaveLength(0)
    const alike = { rows: 3, columns: 2, values: new Float32Array(6) }
    const same = await suggestLabels({ space: alike, neighbours: await nearestNeighboursScan(alike, 10), rows: [0, 1], classes: [0, 1], classCount: 2 })
    expect(same.confidences[0]).toBeCloseTo(0.5)
  })

  it('stops when told to', async () => {
    const neighbours = await nearestNeighboursScan(space, 10)
    await expect(suggestLabels({ space, neighbours, ...labels }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
