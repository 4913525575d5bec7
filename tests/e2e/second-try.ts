/**
 * Does what depends on a program that isn't ours, and once more where it failed: among such steps one has been seen to
 * hang, nobody knows which. What happened the first time is printed, so that it is not hidden.
 * @param what the step in words, for the line printed
 * @param step ends by itself, be it with an error; a bound in time is the step's own
 */
export async function secondTry<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  }
  catch (reason) {
    console.warn(`${what}: failed the first time, tried once more. ${reason instanceof Error ? reason.message : reason}`)
    return step()
  }
}
