import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A network's operator through which no gradient can be computed, and where it stands. */
export class OperatorNotTrainable extends SilhouetteError {
  readonly code = 'OPERATOR_NOT_TRAINABLE'

  constructor(operator: string, node: string) {
    super(
      `This part of the network cannot be trained: ${operator} (node "${node}") has no gradient here. `
      + 'Learn at a depth above that node, such as --depth head, or choose another backbone.',
      { operator, node },
    )
  }
}
