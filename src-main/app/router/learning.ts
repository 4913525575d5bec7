import { activateRun, runsOf } from '#main/app/activate-run'
import { libraryOf } from '#main/app/core-context'
import { learnFromLabels } from '#main/app/learn-from-labels'
import { checkLearnOptions, depthsToChoose, lossesToChoose } from '#main/app/learn-options'
import { serve } from '#main/app/router/serve'

export const learningRouter = {
  learn: serve.learning.learn.handler(({ context: { core }, input }) => {
    checkLearnOptions(libraryOf(core), input)
    return core.tasks.start('learn', 'Learning from the labels', run => learnFromLabels(core, run, input))
  }),
  losses: serve.learning.losses.handler(() => lossesToChoose()),
  depths: serve.learning.depths.handler(() => [...depthsToChoose]),
  runs: serve.learning.runs.handler(({ context: { core } }) => runsOf(libraryOf(core))),
  activate: serve.learning.activate.handler(({ context: { core }, input }) => activateRun(core, input.run)),
}
