import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The desktop window could not be opened, or ended by a crash. */
export class DesktopEnded extends SilhouetteError {
  readonly code = 'DESKTOP_ENDED'

  constructor(how: string, lastWords: string) {
    super(
      `The desktop window ended unexpectedly (${[how, lastWords].filter(Boolean).join(': ')}). Nothing finished is lost. `
      + 'Start it again, or use the page in a browser: silhouette open --web',
      { how, lastWords },
    )
  }
}
