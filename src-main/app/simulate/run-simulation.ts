import type { SimulatedUser } from '#main/app/simulate/simulated-user'
import type { Strategy } from '#main/app/simulate/strategy'
import { random } from '#main/matrix/random'

/** How the work stood after so many acts. */
export interface Round {
  actions: number
  labelled: number
  accuracy: number
}

/** Lets the user act until the budget is spent or nothing is left. @returns a round for each act, and the state before the first */
export async function runSimulation(user: SimulatedUser, strategy: Strategy & { score?: (user: SimulatedUser) => Promise<number> }, budget: number, seed: number, onRound: (round: Round) => void): Promise<Round[]> {
  const from = random(seed)
  const rounds: Round[] = []
  for (let actions = 0; actions < budget && await strategy.next(user, { from, seed, actions });) {
    actions++
    const round = strategy.score ? { actions, labelled: actions, accuracy: await strategy.score(user) } : { ...await user.score(), actions }
    rounds.push(round)
    onRound(round)
  }
  return rounds
}
