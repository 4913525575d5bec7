import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { adam } from '#main/learn/optimizers/adam'
import { adamw } from '#main/learn/optimizers/adamw'
import { sgd } from '#main/learn/optimizers/sgd'

/** Every optimizer, by id. */
export const optimizers = { adam, adamw, sgd } as const satisfies Record<string, Optimizer>

export type OptimizerId = keyof typeof optimizers
