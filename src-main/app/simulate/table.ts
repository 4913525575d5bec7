import type { SeenPhotos } from '#main/app/simulate/margin-sampling'
import type { Strategy } from '#main/app/simulate/strategy'
import { marginSampling } from '#main/app/simulate/margin-sampling'
import { proposals } from '#main/app/simulate/proposals'
import { randomPhotos } from '#main/app/simulate/random-photos'

/** Every way to decide what to label next, by its name on the command line; each run makes its own. */
export const strategies = {
  proposals,
  random: () => randomPhotos,
  margin: marginSampling,
} as const satisfies Record<string, (seen: SeenPhotos) => Strategy>
