import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A graph was put together from parts that do not fit: a mistake of the code that builds it, not of its user. */
export class GraphMistake extends SilhouetteError {
  readonly code = 'GRAPH_MISTAKE'

  constructor(why: string) {
    super(`This network cannot be built: ${why}. Please report it with the network's name.`, { why })
  }
}
