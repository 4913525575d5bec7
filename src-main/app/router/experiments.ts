import { libraryOf } from '#main/app/core-context'
import { experiments } from '#main/app/experiments/table'
import { placeOutside } from '#main/app/place-outside'
import { folderOf } from '#main/app/require-folder'
import { serve } from '#main/app/router/serve'
import { experimentNamed, runExperiment } from '#main/app/run-experiment'

export const experimentsRouter = {
  list: serve.experiments.list.handler(() => Object.values(experiments).map(({ id, title, sentence }) => ({ id, title, sentence }))),
  run: serve.experiments.run.handler(({ context: { core }, input: { name, to, ...options } }) => {
    const experiment = experimentNamed(name, options)
    const place = placeOutside(folderOf(libraryOf(core)), to)
    return core.tasks.start('experiment', experiment.title, run => runExperiment(core, run, experiment, place, options))
  }),
}
