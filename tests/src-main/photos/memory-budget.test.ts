import { describe, expect, it } from 'vitest'
import { MemoryBudget } from '#main/photos/memory-budget'

async function turn(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
}

describe('memoryBudget', () => {
  it('lets in what fits, in order, and lets a giant in alone', async () => {
    const budget = new MemoryBudget(100)
    const log: string[] = []
    const finish: Record<string, () => void> = {}
    const start = (name: string, bytes: number) => budget.within(bytes, async () => {
      log.push(name)
      await new Promise<void>(resolve => finish[name] = resolve)
    })
    const all = [
      start('a', 60),
      start('b', 40),
      start('giant', 500),
      start('c', 10),
    ]
    await turn()
    expect(log).toEqual(['a', 'b'])
    finish.a()
    await turn()
    expect(log).toEqual(['a', 'b'])
    finish.b()
    await turn()
    expect(log).toEqual(['a', 'b', 'giant'])
    finish.giant()
    await turn()
    expect(log).toEqual(['a', 'b', 'giant', 'c'])
    finish.c()
    await Promise.all(all)
  })

  it('gives the memory back when the work fails', async () => {
    const budget = new MemoryBudget(10)
    await expect(budget.within(10, async () => {
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await budget.within(10, async () => 'yes')).toBe('yes')
  })
})
