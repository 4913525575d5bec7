import { libraryOf } from '#main/app/core-context'
import { diagnose } from '#main/app/diagnose'
import { exportFormats, exportLibrary } from '#main/app/export-library'
import { listFolders } from '#main/app/list-folders'
import { addModel, addRunModel, describeModels, getModel } from '#main/app/manage-models'
import { serve } from '#main/app/router/serve'

export const exportsRouter = {
  formats: serve.exports.formats.handler(() => exportFormats()),
  write: serve.exports.write.handler(({ context: { core }, input }) => {
    libraryOf(core)
    return exportLibrary(core, input)
  }),
}

export const modelsRouter = {
  list: serve.models.list.handler(({ context: { core } }) => describeModels(core)),
  get: serve.models.get.handler(({ context: { core }, input }) => getModel(core, input.id)),
  add: serve.models.add.handler(({ context: { core }, input }) => 'run' in input
    ? addRunModel(core, input.run)
    : addModel(core, input.file)),
}

export const systemRouter = {
  alive: serve.system.alive.handler(() => null),
  doctor: serve.system.doctor.handler(({ context: { core } }) => diagnose(core)),
  folders: serve.system.folders.handler(({ input }) => listFolders(input.folder)),
}
