import type { BenchRow } from '#tests/bench/bench-row'
import { resolve } from 'node:path'
import process from 'node:process'
import { photoFolder } from '#tests/bench/photo-folder'
import { labelLikeANewcomer } from '#tests/e2e/newcomer'
import { openPage } from '#tests/e2e/opened-page'

/** How far somebody gets who only has the README, by the page alone: `newcomer [FOLDER]`, whose sub-folders are what photos are. */
export async function run([given]: string[]): Promise<BenchRow[]> {
  const { photos, clean } = given ? { photos: resolve(given), clean: async () => {} } : await photoFolder()
  const opened = await openPage({ photos })
  try {
    const { accuracy, actions, clicks, seconds } = await labelLikeANewcomer({
      ...opened,
      wanted: 0.95,
      most: 60,
      onLook: ({ accuracy, actions, seconds }) => process.stderr.write(`${actions} actions, ${seconds.toFixed(0)} s: ${accuracy.toFixed(3)}\n`),
    })
    const row = { peer: null, ratio: null }
    return [
      { ...row, name: 'photos right', ours: accuracy, unit: 'share', bar: '≥ 0.95' },
      { ...row, name: 'actions', ours: actions, unit: 'actions', bar: '≤ 60' },
      { ...row, name: 'photos clicked out of rows', ours: clicks, unit: 'clicks', bar: null },
      { ...row, name: 'time', ours: Math.round(seconds), unit: 's', bar: '< 600' },
    ]
  }
  finally {
    await opened.close()
    await clean()
  }
}
