import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The page's built files are not there. */
export class PageNotBuilt extends SilhouetteError {
  readonly code = 'PAGE_NOT_BUILT'

  constructor(folder: string) {
    super(`The page is not built: ${folder} has no index.html. Run "npm run build" in the checkout, then start again.`, { folder })
  }
}
