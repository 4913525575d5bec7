import type { Database } from 'better-sqlite3'
import { bytesOf, uint32From } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** The label of each labelled photo that is there: ids of photos, rising, and of their labels. */
export interface Assignments {
  photos: Uint32Array
  labels: Uint32Array
}

/** The labels of photos whose ids have all but the last ten bits in common stand in one row. */
const bits = 10
const ofPage = 2 ** bits

/** Label ids by place in their page, 0 for none. */
interface Page {
  page: number
  labels: Uint32Array
}

export function assignments(db: Database): Assignments {
  const pages = pagesHere(db)
  const photos = new Uint32Array(pages.length * ofPage)
  const labels = new Uint32Array(pages.length * ofPage)
  let count = 0
  for (const { page, labels: given } of pages) {
    for (let at = 0; at < ofPage; at++) {
      if (given[at] === 0)
        continue
      photos[count] = page * ofPage + at
      labels[count++] = given[at]
    }
  }
  return { photos: photos.slice(0, count), labels: labels.slice(0, count) }
}

/** Label ids of the photos given, in their order, 0 where there is none. */
export function labelsOf(db: Database, photos: ArrayLike<number>): Uint32Array {
  const found = new Uint32Array(photos.length)
  const { pageOf } = pagesIn(db)
  for (let at = 0; at < photos.length; at++)
    found[at] = pageOf(photos[at] >>> bits).labels[photos[at] % ofPage]
  return found
}

/** Gives each photo its label, 0 takes it away; of a photo named twice the last counts. Call it inside a transaction. */
export function assign(db: Database, photos: ArrayLike<number>, labels: ArrayLike<number>): void {
  const { pageOf, asked } = pagesIn(db)
  for (let at = 0; at < photos.length; at++)
    pageOf(photos[at] >>> bits).labels[photos[at] % ofPage] = labels[at]
  const put = prepared(db, 'INSERT INTO assignment_page (page, labels) VALUES (?, ?) ON CONFLICT DO UPDATE SET labels = excluded.labels')
  for (const { page, labels } of asked.values())
    put.run(page, bytesOf(labels))
}

/** How many photos that are there have each label. */
export function countsByLabel(db: Database): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { labels } of pagesHere(db)) {
    for (const label of labels) {
      if (label !== 0)
        counts.set(label, (counts.get(label) ?? 0) + 1)
    }
  }
  return counts
}

export function countAssignments(db: Database): number {
  return [...countsByLabel(db).values()].reduce((sum, count) => sum + count, 0)
}

/** Photos that have a label, missing ones too, rising ids. */
export function photosOfLabel(db: Database, label: number): Uint32Array {
  const photos: number[] = []
  for (const { page, labels } of pages(db)) {
    for (let at = labels.indexOf(label); at >= 0; at = labels.indexOf(label, at + 1))
      photos.push(page * ofPage + at)
  }
  return Uint32Array.from(photos)
}

function pages(db: Database): Page[] {
  const rows = prepared<[number, Buffer]>(db, 'SELECT page, labels FROM assignment_page ORDER BY page').raw().all() as [number, Buffer][]
  return rows.map(([page, labels]) => ({ page, labels: uint32From(labels) }))
}

/** All pages, without what is said of missing photos. */
function pagesHere(db: Database): Page[] {
  return db.transaction(() => {
    const found = pages(db)
    const byNumber = new Map(found.map(({ page, labels }) => [page, labels]))
    for (const photo of prepared<number>(db, 'SELECT id FROM photo WHERE missing = 1').pluck().all() as number[])
      byNumber.get(photo >>> bits)?.fill(0, photo % ofPage, photo % ofPage + 1)
    return found
  })()
}

/** Pages by number, each read once: what is written into one is there when it is asked for again. And those asked for so far. */
function pagesIn(db: Database): { pageOf: (page: number) => Page, asked: ReadonlyMap<number, Page> } {
  const read = prepared<Buffer>(db, 'SELECT labels FROM assignment_page WHERE page = ?').pluck()
  const asked = new Map<number, Page>()
  let last: Page | undefined
  const pageOf = (page: number): Page => {
    if (last?.page === page)
      return last
    last = asked.get(page)
    if (!last) {
      const labels = read.get(page) as Buffer | undefined
      asked.set(page, last = { page, labels: labels ? uint32From(labels) : new Uint32Array(ofPage) })
    }
    return last
  }
  return { pageOf, asked }
}
