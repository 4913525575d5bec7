import type { Strategy } from '#main/app/simulate/strategy'

/** Says what one photo is, drawn at random from those without a label: what labelling costs without any help. */
export const randomPhotos: Strategy = {
  id: 'random',
  title: 'One photo at random',
  async next(user, { from }) {
    const left = await user.unlabelled()
    if (left.length === 0)
      return false
    await user.correct(left[from.integer(left.length)].photo)
    return true
  },
}
