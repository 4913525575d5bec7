import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The desktop's Electron is not on this machine and could not be fetched. */
export class ElectronNotFetched extends SilhouetteError {
  readonly code = 'ELECTRON_NOT_FETCHED'

  constructor(reason: string) {
    super(
      `Electron, which the desktop window needs, could not be fetched (${reason}). `
      + 'Run "npx install-electron" where the internet can be reached, or set SILHOUETTE_ELECTRON to the folder of an Electron you have; '
      + 'until then use the page in a browser: silhouette open --web',
      { reason },
    )
  }
}
