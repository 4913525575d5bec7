import type { Value } from '#main/graph/value'
import type { Optimizer } from '#main/learn/optimizers/optimizer'
import type { Schedule } from '#main/learn/schedules/schedule'
import { clipGradients } from '#main/learn/optimizers/clip-gradients'

/** Of a head most losses have gradients of a length of 2 or less; a much longer one is a mishap of its batch. */
export const longest = 5

/**
 * The shapes of what a training carries from step to step, by name: every weight, and behind its name and a ~ the
 * optimizer's slots for it, which start at zero.
 *
 * @param weights the shape of each weight, by any name
 */
export function descentState(weights: Readonly<Record<string, readonly number[]>>, optimizer: Optimizer): Record<string, readonly number[]> {
  return Object.fromEntries(Object.entries(weights).flatMap(([name, shape]) =>
    [name, ...slotNames(name, optimizer)].map(each => [each, shape])))
}

/**
 * Appends one step of the optimizer for any weights, against their gradients clipped to a length of 5 all together.
 *
 * @param state what `descentState` names
 * @param gradients by the name of each weight
 * @param rates each [] float32: what `ratesOf` answers for the step
 * @param optimizer the rule
 * @returns the next state, by the same names
 */
export function descend(state: Readonly<Record<string, Value>>, gradients: Readonly<Record<string, Value>>, rates: readonly Value[], optimizer: Optimizer): Record<string, Value> {
  const names = Object.keys(gradients)
  const clipped = clipGradients(Object.values(gradients), longest)
  return Object.fromEntries(names.flatMap((name, at) => {
    const slots = slotNames(name, optimizer)
    const next = optimizer.update(state[name], clipped[at], slots.map(slot => state[slot]), rates)
    return [[name, next.weight], ...slots.map((slot, s) => [slot, next.slots[s]])]
  }))
}

/** How many numbers a step of the optimizer is fed. */
export function rateCount(optimizer: Optimizer): number {
  return optimizer.ratesAt(1, 1).length
}

/** The numbers to feed at a step (from 1) of a training of so many steps: [R]. `rate` is one that suits Adam. */
export function ratesOf(optimizer: Optimizer, schedule: Schedule, { step, steps, rate }: { step: number, steps: number, rate: number }): readonly number[] {
  return optimizer.ratesAt(step, rate * optimizer.relativeRate * schedule.shareAt(step, steps))
}

function slotNames(name: string, { slots }: Optimizer): string[] {
  return Array.from({ length: slots }, (_, slot) => `${name}~${slot}`)
}
