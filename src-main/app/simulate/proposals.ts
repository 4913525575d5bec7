import type { Strategy } from '#main/app/simulate/strategy'
import { uint32Of } from '#shared/contract/blobs'

/** A group is given one name if so much of it is of one kind: the user sees its thumbnails. */
const pure = 0.95
/** So many proposals does a user look at before it says what a single photo is. */
const patience = 16
/** Acts between two presses of Learn. */
const learnEvery = 3

/** Takes what the page proposes: the first group that is of one kind, else the first photo. */
export const proposals: Strategy = {
  id: 'proposals',
  title: 'What the page proposes next',
  async next(user, { actions, seed }) {
    if (actions > 0 && actions % learnEvery === 0)
      await user.learn(seed)
    const proposed = await user.core.labels.propose()
    const shown = proposed.slice(0, patience)
    for (const { kind, photos } of shown) {
      const ids = await uint32Of(photos)
      const { name, share } = user.lookAt(ids)
      if (kind === 'photo' || share >= pure) {
        await user.label(ids, name)
        return true
      }
    }
    const photo = proposed.find(({ kind }) => kind === 'photo')
    if (!photo)
      return false
    await user.correct((await uint32Of(photo.photos))[0])
    return true
  },
}
