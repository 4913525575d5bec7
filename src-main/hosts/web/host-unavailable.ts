import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The server can't listen where it was asked to, for another reason than a taken port. */
export class HostUnavailable extends SilhouetteError {
  readonly code = 'HOST_UNAVAILABLE'

  constructor(host: string, port: number, cause: unknown) {
    const reason = cause instanceof Error
      ? cause.message
      : String(cause)
    super(
      `Silhouette can't listen on ${host}, port ${port} (${reason}). Give an address of this machine with --host, and a port above 1023 with --port.`,
      { host, port },
      cause,
    )
  }
}
