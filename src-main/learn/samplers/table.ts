import type { Sampler } from '#main/learn/samplers/sampler'
import { classBalanced } from '#main/learn/samplers/class-balanced'

/** Every way to choose batches, by id. */
export const samplers = { 'class-balanced': classBalanced } as const satisfies Record<string, Sampler>
