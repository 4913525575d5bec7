/** Does something for each of many, at most so many at a time. @returns what it came to, in the order of the many */
export async function fewAtATime<Each, Result>(most: number, many: readonly Each[], work: (each: Each) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = Array.from({ length: many.length })
  const waiting = many.entries()
  const takeTurns = async (): Promise<void> => {
    for (const [at, each] of waiting)
      results[at] = await work(each)
  }
  await Promise.all(Array.from({ length: most }, takeTurns))
  return results
}
