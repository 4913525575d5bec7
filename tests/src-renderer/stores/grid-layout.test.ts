import type { GridLine } from '../../../src-renderer/stores/grid-layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gap, gridLayout, lineKey, linesInSight, linesInTurn, neighbourInGrid, rim, sectionAt, tilePlace, tilesInBox, titleHeight } from '../../../src-renderer/stores/grid-layout'

const grids = fc.record({
  counts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
  width: fc.integer({ min: 40, max: 1200 }),
  size: fc.integer({ min: 40, max: 256 }),
})

describe('the layout of the grid', () => {
  it('fills the width with tiles of about the size asked for', () => {
    const layout = gridLayout([5, 2], 2 * rim + 4 * 100 + 3 * gap, 100)
    expect([layout.columns, layout.side]).toEqual([4, 100])
    expect([...layout.starts]).toEqual([0, 5, 7])
    expect(tilePlace(layout, 5)).toEqual({ x: rim, y: layout.tops[1] + titleHeight })
    expect(tilePlace(layout, 4)).toEqual({ x: rim, y: titleHeight + 100 + gap })
  })

  it('shows every tile once where all is in sight, and only those near a part of it', () => {
    fc.assert(fc.property(grids, fc.double({ min: 0, max: 1, noNaN: true }), ({ counts, width, size }, share) => {
      const layout = gridLayout(counts, width, size)
      const height = layout.tops[counts.length]
      const all = linesInSight(layout, 0, height)
      expect(all.filter(({ row }) => row >= 0).length).toBe(counts.reduce((sum, count) => sum + Math.ceil(count / layout.columns), 0))
      const top = share * height
      for (const { row, y } of linesInSight(layout, top, top + 300)) {
        expect(y).toBeLessThan(top + 300)
        expect(y + (row < 0 ? titleHeight : layout.side + gap)).toBeGreaterThan(top - 1e-6)
      }
    }))
  })

  it('puts what is in sight on the page at once, brings the rest a few lines at a time, and takes away as few', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(fc.property(grids, shares, shares, fc.integer({ min: 1, max: 4 }), ({ counts, width, size }, from, to, most) => {
      const layout = gridLayout(counts, width, size)
      const height = layout.tops[counts.length]
      const around = (top: number) => linesInSight(layout, top - 600, top + 1200)
      const before = around(from * height)
      const top = to * height
      const wanted = around(top)
      const isWanted = (line: GridLine): boolean => wanted.some(other => lineKey(other) === lineKey(line))
      let shown = before
      let turns = 0
      for (let more = true; more; turns++) {
        const turn = linesInTurn(wanted, shown, top, top + 600, most)
        const has = (lines: readonly GridLine[], line: GridLine): boolean => lines.some(other => lineKey(other) === lineKey(line))
        expect(new Set(turn.lines.map(lineKey)).size).toBe(turn.lines.length)
        expect(shown.filter(line => isWanted(line) && !has(turn.lines, line))).toEqual([])
        expect(shown.filter(line => !isWanted(line) && !has(turn.lines, line)).length).toBeLessThanOrEqual(most)
        expect(wanted.filter(({ y }) => y >= top && y <= top + 600).every(line => has(turn.lines, line))).toBe(true)
        expect(turn.lines.filter(line => !has(shown, line) && (line.y < top || line.y > top + 600)).length).toBeLessThanOrEqual(most)
        shown = turn.lines
        more = turn.more
        expect(turns).toBeLessThanOrEqual(1 + Math.ceil(Math.max(wanted.length, before.length) / most))
      }
      expect(shown.map(lineKey)).toEqual(wanted.map(lineKey))
    }))
  })

  it('finds the tiles that a rectangle touches', () => {
    const corner = fc.record({ x: fc.integer({ min: -20, max: 1300 }), y: fc.integer({ min: -20, max: 4000 }) })
    fc.assert(fc.property(grids, corner, corner, ({ counts, width, size }, one, other) => {
      const layout = gridLayout(counts, width, size)
      const box = { left: Math.min(one.x, other.x), right: Math.max(one.x, other.x), top: Math.min(one.y, other.y), bottom: Math.max(one.y, other.y) }
      const touched = Array.from({ length: layout.starts[counts.length] }, (_, at) => at).filter((at) => {
        const { x, y } = tilePlace(layout, at)
        return x <= box.right && x + layout.side >= box.left && y < box.bottom && y + layout.side >= box.top
      })
      expect(tilesInBox(layout, box)).toEqual(touched)
    }))
  })

  it('knows the section of each tile', () => {
    fc.assert(fc.property(grids, ({ counts, width, size }) => {
      const layout = gridLayout(counts, width, size)
      const sections = counts.flatMap((count, section) => Array.from({ length: count }).fill(section))
      expect(sections.map((_, at) => sectionAt(layout, at))).toEqual(sections)
    }))
  })

  it('walks over every tile from side to side, and up again where it went down from a full row', () => {
    fc.assert(fc.property(grids, fc.nat(), ({ counts, width, size }, any) => {
      const layout = gridLayout(counts, width, size)
      const total = counts.reduce((sum, count) => sum + count, 0)
      const at = any % total
      expect(neighbourInGrid(layout, at, 'right')).toBe(Math.min(total - 1, at + 1))
      expect(neighbourInGrid(layout, at, 'left')).toBe(Math.max(0, at - 1))
      const down = neighbourInGrid(layout, at, 'down')
      const up = neighbourInGrid(layout, at, 'up')
      for (const next of [down, up])
        expect(next >= 0 && next < total).toBe(true)
      if (tilePlace(layout, down).x === tilePlace(layout, at).x && down !== at) {
        expect(tilePlace(layout, down).y).toBeGreaterThan(tilePlace(layout, at).y)
        expect(neighbourInGrid(layout, down, 'up')).toBe(at)
      }
    }))
  })
})
