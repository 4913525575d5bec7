import type { RouterClient } from '@orpc/server'
import type { CoreContext } from '#main/app/core-context'
import type { GeometryJobs } from '#main/app/geometry-jobs'
import type { OnnxJobs } from '#main/app/onnx-jobs'
import type { PictureJobs } from '#main/app/picture-jobs'
import type { CallContext } from '#main/app/router/serve'
import type { Core } from '#shared/contract/contract'
import type { Task } from '#shared/contract/tasks'
import { createRouterClient } from '@orpc/server'
import { Changes } from '#main/app/changes'
import { homeAt } from '#main/app/home'
import { closeLibrary } from '#main/app/open-folder'
import { router } from '#main/app/router/router'
import { TaskBoard } from '#main/app/task-board'
import { watchOtherProcesses } from '#main/app/watch-other-processes'
import { Thread } from '#main/threads/thread'
import { workerAddress } from '#main/threads/worker-address'

export interface CoreOptions {
  /** The data folder; default `SILHOUETTE_HOME`, or the system's custom. */
  home?: string
  /** Threads ONNX Runtime may use within one operator; default: as many as suit the backbone. */
  threads?: number
}

export interface CoreHandle {
  /** The contract with handlers; its calls need `context`. */
  router: typeof router
  context: CallContext
  /** The same in this process. */
  client: Core
  /** Calls back whenever a task goes on. @returns how to stop */
  watchTasks: (listener: (task: Task) => void) => () => void
  /** Stops all work, losing nothing that was finished, and lets go of everything. */
  close: () => Promise<void>
}

/** Makes a core: no library is open yet, and nothing is written anywhere. */
export async function openCore({ home, threads }: CoreOptions = {}): Promise<CoreHandle> {
  const changes = new Changes()
  const core: CoreContext = {
    home: homeAt(home),
    onnx: new Thread<OnnxJobs>(workerAddress('onnx')),
    geometry: new Thread<GeometryJobs>(workerAddress('geometry')),
    pictures: new Thread<PictureJobs>(workerAddress('pictures')),
    changes,
    tasks: new TaskBoard(changes),
    threads,
    library: undefined,
  }
  const context: CallContext = { core }
  const client: RouterClient<typeof router> = createRouterClient(router, { context })
  const stopWatching = watchOtherProcesses(core)
  return {
    router,
    context,
    client,
    watchTasks: listener => changes.listen((change) => {
      if (change.kind === 'task')
        listener(change.task)
    }),
    close: async () => {
      stopWatching()
      await closeLibrary(core)
      await Promise.all([
        core.onnx.close(),
        core.geometry.close(),
        core.pictures.close(),
      ])
    },
  }
}
