import { constants, getPriority, platform, setPriority } from 'node:os'

const behind = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Lets what a person waits for go before the long computations of this worker thread. On Linux alone a thread has a
 * priority of its own; elsewhere that of the whole process would change, so there it does nothing.
 */
export function workBehind(): void {
  if (platform() === 'linux' && getPriority() < behind)
    setPriority(behind)
}
