import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The user, or a closing window, stopped the work. What was finished before is kept. */
export class Cancelled extends SilhouetteError {
  readonly code = 'CANCELLED'

  constructor(work: string) {
    super(`${work} was cancelled; what was finished before is kept. Start it again to go on.`, { work })
  }
}
