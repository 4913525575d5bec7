import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '#main/store/migrations/all'
import { runs } from '#main/store/runs'

it('tell of a run made before its optimizer was written down all that is known', () => {
  const db = new Sqlite(':memory:')
  for (const { sql } of migrations.slice(0, 3))
    db.exec(sql)
  db.exec(`INSERT INTO run (backbone, tap, loss, depth, dimensions, seed, photos, labels, started_ms, seconds,
    before_silhouette, before_accuracy, after_silhouette, after_accuracy, kept, verdict, curve, head)
    VALUES ('resnet34', 'pooled', 'dunn', 'head', 16, 7, 10, 2, 0, 1, 0, 0.5, 0.1, 1, 1, 'Better.', '[]', x'00')`)
  for (const { sql } of migrations.slice(3))
    db.exec(sql)
  expect(runs(db)).toMatchObject([{ loss: 'dunn', depth: 'head', optimizer: null, schedule: null, clusters: null, dimensions: 16, seed: 7, beyondActs: 1, kept: true }])
  db.close()
})
