import { experimentsRouter } from '#main/app/router/experiments'
import { findRouter, qualityRouter } from '#main/app/router/insight'
import { labelsRouter, suggestionsRouter } from '#main/app/router/labels'
import { learningRouter } from '#main/app/router/learning'
import { indexingRouter, libraryRouter, tasksRouter } from '#main/app/router/library'
import { mapRouter } from '#main/app/router/map'
import { photosRouter } from '#main/app/router/photos'
import { serve } from '#main/app/router/serve'
import { exportsRouter, modelsRouter, systemRouter } from '#main/app/router/tools'

/** Every call of the contract, handled. */
export const router = serve.router({
  library: libraryRouter,
  indexing: indexingRouter,
  tasks: tasksRouter,
  photos: photosRouter,
  map: mapRouter,
  labels: labelsRouter,
  suggestions: suggestionsRouter,
  learning: learningRouter,
  quality: qualityRouter,
  find: findRouter,
  experiments: experimentsRouter,
  exports: exportsRouter,
  models: modelsRouter,
  system: systemRouter,
})
