import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A file that lies beside an added network has the name of another network's, which would be lost. */
export class ModelFileTaken extends SilhouetteError {
  readonly code = 'MODEL_FILE_TAKEN'
  override readonly usage = true

  constructor(file: string) {
    super(
      `Another network has a different ${file} already. Give this one another name, which for the names of classes `
      + 'is said by "namesFile" in the JSON file beside the network; then add the network again.',
      { file },
    )
  }
}
