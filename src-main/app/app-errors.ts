import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A call needs an open library and none is open. */
export class NoLibrary extends SilhouetteError {
  readonly code = 'NO_LIBRARY'
  override readonly usage = true

  constructor() {
    super('No library is open. Open a folder of photos first, or name a library with --library.')
  }
}

/** The named library does not exist, and the call does not make one. */
export class LibraryNotFound extends SilhouetteError {
  readonly code = 'LIBRARY_NOT_FOUND'
  override readonly usage = true

  constructor(file: string) {
    super(`There is no library at ${file}. Make one by indexing a folder: silhouette index FOLDER --library ${file}`, { file })
  }
}

/** The folder holds nothing Silhouette reads. */
export class FolderEmpty extends SilhouetteError {
  readonly code = 'FOLDER_EMPTY'
  override readonly usage = true

  constructor(folder: string) {
    super(`There are no photos in ${folder} or its sub-folders. Choose a folder with JPEG, PNG, WebP, HEIC, TIFF, GIF or RAW files.`, { folder })
  }
}

/** A library belongs to another folder than the one given. */
export class LibraryOfOtherFolder extends SilhouetteError {
  readonly code = 'LIBRARY_OF_OTHER_FOLDER'
  override readonly usage = true

  constructor(file: string, has: string, wanted: string) {
    super(`The library ${file} belongs to ${has}, not to ${wanted}. Name another file with --library, or index ${has}.`, { file, has, wanted })
  }
}

/** A thing named by an id or a name is not there. */
export class Unknown extends SilhouetteError {
  readonly code: string
  override readonly usage = true

  constructor(what: 'label' | 'space' | 'loss' | 'depth' | 'run' | 'photo' | 'projection' | 'format' | 'backbone' | 'tap' | 'task' | 'method' | 'experiment' | 'strategy' | 'optimizer' | 'schedule', named: string | number, known: readonly (string | number)[] = []) {
    const choices = known.length > 0
      ? ` There are: ${known.slice(0, 30).join(', ')}.`
      : ''
    super(`There is no ${what} ${named}.${choices}`, { what, named, known })
    this.code = `UNKNOWN_${what.toUpperCase()}`
  }
}

/** A loss that makes its own targets was to train the network itself, which would follow them anywhere. */
export class LossForHeadsOnly extends SilhouetteError {
  readonly code = 'LOSS_FOR_HEADS_ONLY'
  override readonly usage = true

  constructor(loss: string, depth: string) {
    super(`The loss ${loss} uses no labels, and so it trains a head alone. Leave --depth ${depth} out, or choose a loss that learns from labels.`, { loss, depth })
  }
}

/** A number of clusters was asked for with a loss that goes by labels. */
export class ClustersUnused extends SilhouetteError {
  readonly code = 'CLUSTERS_UNUSED'
  override readonly usage = true

  constructor(loss: string) {
    super(`${loss} learns from labels and looks for no clusters. Leave the number of clusters away, or choose dec or deep-cluster.`, { loss })
  }
}

/** The same kind of work is under way already. */
export class TaskBusy extends SilhouetteError {
  readonly code = 'TASK_BUSY'

  constructor(kind: string) {
    super(`This is under way already (${kind}). Wait for it to end, or cancel it first.`, { kind })
  }
}

/** The library has no embedded photos yet. */
export class NothingEmbedded extends SilhouetteError {
  readonly code = 'NOTHING_EMBEDDED'

  constructor() {
    super('No photo of this library is embedded yet. Index its folder first: silhouette index FOLDER')
  }
}

/** A label of that name exists. */
export class LabelNameTaken extends SilhouetteError {
  readonly code = 'LABEL_NAME_TAKEN'
  override readonly usage = true

  constructor(name: string) {
    super(`There is a label named ${name} already. Choose another name.`, { name })
  }
}

/** A label cannot lie under itself, or be merged into itself. */
export class LabelInsideItself extends SilhouetteError {
  readonly code = 'LABEL_INSIDE_ITSELF'
  override readonly usage = true

  constructor(label: string, other: string) {
    super(`${other} is ${label} or lies under it. Choose a label outside ${label}.`, { label, other })
  }
}

/** The photos' folder cannot be reached: a drive that is not plugged in, a share that is away. */
export class FolderAway extends SilhouetteError {
  readonly code = 'FOLDER_AWAY'

  constructor(folder: string) {
    super(`The folder ${folder} cannot be reached. Plug in its drive or connect its share; the library itself is untouched.`, { folder })
  }
}

/** Reading a photo ended the program more than once. */
export class PhotoSuspect extends SilhouetteError {
  readonly code = 'PHOTO_SUSPECT'

  constructor(path: string, attempts: number) {
    super(`Silhouette stopped ${attempts} times while it read ${path}, so it is set aside. Retry it when other programs leave more memory.`, { path, attempts })
  }
}

/** A learnt space cannot have more dimensions than what it is learnt from. */
export class DimensionsTooMany extends SilhouetteError {
  readonly code = 'DIMENSIONS_TOO_MANY'
  override readonly usage = true

  constructor(wanted: number, most: number) {
    super(`A space of ${wanted} dimensions cannot be learnt from one of ${most}. Choose ${most} or fewer.`, { wanted, most })
  }
}

/** An experiment compares groups, and needs some. */
export class TooFewGroups extends SilhouetteError {
  readonly code = 'TOO_FEW_GROUPS'
  override readonly usage = true

  constructor(groups: number) {
    super(`An experiment takes each sub-folder for a group and needs three at least; this folder has ${groups}. Sort some photos into folders first.`, { groups })
  }
}
