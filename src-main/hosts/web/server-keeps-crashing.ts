import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The server was started again and again and died each time. */
export class ServerKeepsCrashing extends SilhouetteError {
  readonly code = 'SERVER_KEEPS_CRASHING'

  constructor(lastWords: string) {
    super(
      `The server stopped five times within a minute${lastWords
        ? ` (${lastWords})`
        : ''} and was not started again. `
        + 'Nothing finished is lost. Run "silhouette doctor" to see whether memory or disk is short, then start again.',
      { lastWords },
    )
  }
}
