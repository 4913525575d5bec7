import { SilhouetteError } from '#shared/errors/silhouette-error'

/** Another network goes by that name already: libraries may hold vectors of it, which must not mix with those of this one. */
export class ModelNameTaken extends SilhouetteError {
  readonly code = 'MODEL_NAME_TAKEN'
  override readonly usage = true

  constructor(id: string) {
    super(`There is another network ${id} already. Rename the file, then add it again.`, { id })
  }
}
