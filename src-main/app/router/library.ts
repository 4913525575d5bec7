import { libraryOf } from '#main/app/core-context'
import { startIndexing } from '#main/app/index-photos'
import { notReadable } from '#main/app/not-readable'
import { closeLibrary, libraryState, openFolder, openLibrary } from '#main/app/open-folder'
import { recentLibraries } from '#main/app/recent-libraries'
import { serve } from '#main/app/router/serve'
import { missingPhotos } from '#main/store/photos'

export const libraryRouter = {
  open: serve.library.open.handler(({ context: { core }, input }) => openFolder(core, input)),
  openFile: serve.library.openFile.handler(({ context: { core }, input }) => openLibrary(core, input.file)),
  current: serve.library.current.handler(({ context: { core } }) => core.library
    ? libraryState(core.library)
    : null),
  recent: serve.library.recent.handler(({ context: { core } }) => recentLibraries(core.home)),
  close: serve.library.close.handler(async ({ context: { core } }) => {
    await closeLibrary(core)
    core.changes.tell('library')
    return null
  }),
  watch: serve.library.watch.handler(({ context: { core }, signal }) => core.changes.watch(signal)),
}

export const indexingRouter = {
  start: serve.indexing.start.handler(({ context: { core }, input }) => startIndexing(core, input)),
  missing: serve.indexing.missing.handler(({ context: { core } }) => missingPhotos(libraryOf(core).db)),
  failures: serve.indexing.failures.handler(({ context: { core } }) => notReadable(libraryOf(core))),
}

export const tasksRouter = {
  list: serve.tasks.list.handler(({ context: { core } }) => core.tasks.list()),
  ended: serve.tasks.ended.handler(({ context: { core }, input }) => core.tasks.ended(input.task)),
  pause: serve.tasks.pause.handler(({ context: { core }, input }) => core.tasks.pause(input.task)),
  resume: serve.tasks.resume.handler(({ context: { core }, input }) => core.tasks.resume(input.task)),
  cancel: serve.tasks.cancel.handler(({ context: { core }, input }) => core.tasks.cancel(input.task)),
}
