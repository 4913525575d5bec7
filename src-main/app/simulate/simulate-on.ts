import type { Round } from '#main/app/simulate/run-simulation'
import { join } from 'node:path'
import { libraryOf } from '#main/app/core-context'
import { openCore } from '#main/app/open-core'
import { ownSpace } from '#main/app/show-space'
import { runSimulation } from '#main/app/simulate/run-simulation'
import { SimulatedUser } from '#main/app/simulate/simulated-user'
import { strategies } from '#main/app/simulate/table'
import { copyWithoutLabels } from '#main/store/copy-without-labels'

/** What is played. */
export interface Play {
  strategy: keyof typeof strategies
  /** Acts to spend. */
  budget: number
  seed: number
  onRound?: (round: Round) => void
}

/** Plays a user on a copy of a library, in a folder that may be thrown away; the library itself is only read. */
export async function simulateOn(library: string, work: string, { strategy, budget, seed, onRound = () => {} }: Play): Promise<Round[]> {
  const copy = join(work, 'simulated.silhouette')
  await copyWithoutLabels(library, copy)
  const { client, context, close } = await openCore({ home: work })
  try {
    await client.library.openFile({ file: copy })
    const open = libraryOf(context.core)
    const seen = await open.vectorsOf(ownSpace(open))
    const user = await SimulatedUser.meet(client)
    return await runSimulation(user, strategies[strategy](seen), budget, seed, onRound)
  }
  finally {
    await close()
  }
}
