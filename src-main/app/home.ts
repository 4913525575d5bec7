import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import envPaths from 'env-paths'

/** The folders Silhouette keeps its own things in; none of them lies among the photos. */
export interface Home {
  /** The user's data folder for Silhouette. */
  data: string
  /** Libraries made for a folder without a name of their own. */
  libraries: string
  /** Backbones fetched or brought by the user. */
  models: string
  /** Backbones that came with the program. */
  bundledModels: string
}

/** The user's data folder by the system's custom, or the one given, or `SILHOUETTE_HOME`. */
export function homeAt(folder = process.env.SILHOUETTE_HOME): Home {
  const data = folder
    ? resolve(folder)
    : envPaths('silhouette', { suffix: '' }).data
  return {
    data,
    libraries: join(data, 'libraries'),
    models: join(data, 'models'),
    bundledModels: bundledModels(),
  }
}

/** `models/` of the checkout, or of the installed program's resources. */
function bundledModels(): string {
  const resources = (process as { resourcesPath?: string }).resourcesPath
  const candidates = [
    ...(process.env.SILHOUETTE_MODELS
      ? [process.env.SILHOUETTE_MODELS]
      : []),
    ...(resources
      ? [
          join(resources, 'models'),
        ]
      : []),
    join(import.meta.dirname, '../../models'),
  ]
  return candidates.find(existsSync) ?? candidates.at(-1)!
}

/** Where the library of a folder is kept unless the user names a file: its name, and a hash of its whole path; `count` for another than the first. */
export function libraryFileFor(home: Home, folder: string, count = 1): string {
  const hash = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 8)
  const name = basename(resolve(folder)).replace(/[^\p{L}\p{N} ._-]/gu, '_') || 'photos'
  return join(home.libraries, `${name}-${hash}${count > 1 ? `-${count}` : ''}.silhouette`)
}
