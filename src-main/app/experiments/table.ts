import type { Experiment } from '#main/app/experiments/experiment'
import { circle } from '#main/app/experiments/circle'
import { fewShot } from '#main/app/experiments/few-shot'
import { hierarchy } from '#main/app/experiments/hierarchy'
import { seen } from '#main/app/experiments/seen'
import { unseen } from '#main/app/experiments/unseen'

/** Every experiment, by its name on the command line. */
export const experiments = {
  seen,
  unseen,
  circle,
  'few-shot': fewShot,
  hierarchy,
} as const satisfies Record<string, Experiment>
