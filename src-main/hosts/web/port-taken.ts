import { SilhouetteError } from '#shared/errors/silhouette-error'

/** Something else listens on the port that was asked for. */
export class PortTaken extends SilhouetteError {
  readonly code = 'PORT_TAKEN'

  constructor(host: string, port: number, cause?: unknown) {
    super(
      `Port ${port} on ${host} is taken by another program. Choose another with --port, or leave --port out and a free one is found.`,
      { host, port },
      cause,
    )
  }
}
