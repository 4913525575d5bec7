import { defineStore } from 'pinia'
import { blobOf } from '#shared/contract/blobs'
import { useNotices } from './notices'
import { useSelection } from './selection'
import { useCore } from './use-core'
import { useView } from './view'

const howMany = 50

/** Photos that look like one photo, or like several. */
export const useSimilar = defineStore('similar', () => {
  const core = useCore()
  const notices = useNotices()
  const selection = useSelection()
  const view = useView()

  /** Ids of the photos most like those given, without them, the likest first. */
  async function find(photos: Uint32Array, limit: number): Promise<number[]> {
    const found = await core.find.similar({ photos: blobOf(photos), limit })
    return found.map(one => one.photo as number)
  }

  /** Selects photos together with those most like them. */
  async function select(photos: Uint32Array): Promise<void> {
    const found = await notices.attempt(() => find(photos, howMany))
    if (!found)
      return
    view.photo = null
    selection.choose(Uint32Array.from([...photos, ...found]), 'replace', { kind: 'similar', to: photos.length })
  }

  return { find, select }
})
