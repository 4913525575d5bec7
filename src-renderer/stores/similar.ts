import type { PhotoId } from '#shared/domain/ids'
import { defineStore } from 'pinia'
import { useNotices } from './notices'
import { useSelection } from './selection'
import { useCore } from './use-core'
import { useView } from './view'

const howMany = 50

/** Photos that look like one photo. */
export const useSimilar = defineStore('similar', () => {
  const core = useCore()
  const notices = useNotices()
  const selection = useSelection()
  const view = useView()

  /** Ids of the photos nearest to one, nearest first. */
  async function find(photo: number, limit: number): Promise<number[]> {
    const found = await core.find.similar({ photo: photo as PhotoId, limit })
    return found.map(one => one.photo as number).filter(one => one !== photo)
  }

  /** Selects a photo together with those most like it. */
  async function select(photo: number): Promise<void> {
    const found = await notices.attempt(() => find(photo, howMany))
    if (!found)
      return
    view.photo = null
    selection.choose(Uint32Array.from([photo, ...found]), 'replace', { kind: 'similar', photo })
  }

  return { find, select }
})
