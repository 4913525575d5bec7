import type { SimulatedUser } from '#main/app/simulate/simulated-user'
import type { Random } from '#main/matrix/random'

/** A way to decide what the user does next. */
export interface Strategy {
  id: string
  title: string
  /** Does one act, and whatever of learning goes with it; false when there is nothing left to do. */
  next: (user: SimulatedUser, state: StrategyState) => Promise<boolean>
}

export interface StrategyState {
  from: Random
  seed: number
  /** Acts done so far. */
  actions: number
}
