import type { Schedule } from '#main/learn/schedules/schedule'

/** Of all steps. */
const warmUp = 0.1

/** Up in a line over the first tenth of the steps, then down to nothing along half a cosine. */
export const cosine: Schedule = {
  id: 'cosine',
  title: 'Cosine with warm-up',
  source: 'Loshchilov, Hutter 2017, SGDR, equation 5 without restarts; warm-up: Goyal et al. 2017, Accurate, Large Minibatch SGD',
  shareAt: (step, steps) => {
    const warm = Math.ceil(warmUp * steps)
    return step <= warm ? step / warm : (1 + Math.cos(Math.PI * Math.min(1, (step - warm) / (steps - warm + 1)))) / 2
  },
}
