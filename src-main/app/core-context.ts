import type { Changes } from '#main/app/changes'
import type { GeometryJobs } from '#main/app/geometry-jobs'
import type { Home } from '#main/app/home'
import type { OnnxJobs } from '#main/app/onnx-jobs'
import type { OpenLibrary } from '#main/app/open-library'
import type { PictureJobs } from '#main/app/picture-jobs'
import type { TaskBoard } from '#main/app/task-board'
import type { OpenOptions } from '#main/photos/open-photo'
import type { Thread } from '#main/threads/thread'
import { NoLibrary } from '#main/app/app-errors'

/** What every use case works with: the open library, the threads that compute, and who is to be told. */
export interface CoreContext {
  readonly home: Home
  readonly onnx: Thread<OnnxJobs>
  readonly geometry: Thread<GeometryJobs>
  readonly pictures: Thread<PictureJobs>
  readonly changes: Changes
  readonly tasks: TaskBoard
  /** Threads ONNX Runtime may use within one operator; undefined leaves it to the machine. */
  readonly threads: number | undefined
  library: OpenLibrary | undefined
}

/** The open library. @throws NO_LIBRARY */
export function libraryOf(context: CoreContext): OpenLibrary {
  if (!context.library)
    throw new NoLibrary()
  return context.library
}

/** How photos are opened so that nothing blocks the core's own thread. */
export function openOptions({ pictures }: Pick<CoreContext, 'pictures'>): OpenOptions {
  return { decodeHeic: bytes => pictures.call('decodeHeic', { bytes }) }
}
