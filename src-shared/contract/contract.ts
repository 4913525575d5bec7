import type { ContractRouterClient } from '@orpc/contract'
import { experimentsContract } from '#shared/contract/experiments'
import { exportsContract } from '#shared/contract/exports'
import { findContract } from '#shared/contract/find'
import { qualityContract } from '#shared/contract/insight'
import { labelsContract, suggestionsContract } from '#shared/contract/labels'
import { learningContract } from '#shared/contract/learning'
import { indexingContract, libraryContract } from '#shared/contract/library'
import { mapContract } from '#shared/contract/map'
import { modelsContract } from '#shared/contract/models'
import { photosContract } from '#shared/contract/photos'
import { systemContract } from '#shared/contract/system'
import { tasksContract } from '#shared/contract/tasks'

/** Every call of the core, by topic. All three hosts serve exactly this. */
export const contract = {
  library: libraryContract,
  indexing: indexingContract,
  tasks: tasksContract,
  photos: photosContract,
  map: mapContract,
  labels: labelsContract,
  suggestions: suggestionsContract,
  learning: learningContract,
  quality: qualityContract,
  find: findContract,
  experiments: experimentsContract,
  exports: exportsContract,
  models: modelsContract,
  system: systemContract,
}

/** A caller's view of the core, the same in process, over a port and over HTTP. */
export type Core = ContractRouterClient<typeof contract>
