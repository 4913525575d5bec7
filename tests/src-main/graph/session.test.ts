import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { executionProvidersFor } from '#main/graph/execution-providers'
import { plus, times } from '#main/graph/formulas'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { sessionFailure } from '#main/graph/session-failure'
import { floats } from '#main/graph/tensor'

function doubled(): Uint8Array {
  const graph = new GraphBuilder()
  const x = graph.input('x', 'float32', ['N', 2])
  graph.output(times(x, 2), 'twice')
  graph.output(plus(x, 1), 'next')
  return writeModel(graph.toModel())
}

describe('openSession', () => {
  it('runs a network from bytes or from a file, all outputs or some', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'session-'))
    writeFileSync(join(folder, 'twice.onnx'), doubled())
    for (const model of [doubled(), join(folder, 'twice.onnx')]) {
      const session = await openSession(model, { providers: ['cpu'], threads: 1 })
      expect(session.inputs).toEqual([{ name: 'x', type: 'float32', shape: ['N', 2] }])
      expect(session.outputs.map(({ name }) => name)).toEqual(['twice', 'next'])
      const x = floats([1, 2], [3, 4])
      expect(Object.keys(await session.run({ x }))).toEqual(['twice', 'next'])
      const { twice, ...rest } = await session.run({ x }, ['twice'])
      expect(twice).toEqual({ type: 'float32', shape: [1, 2], values: Float32Array.of(6, 8) })
      expect(rest).toEqual({})
      await session.release()
    }
    rmSync(folder, { recursive: true })
  })

  it('takes values from memory that threads share, a part of it too', async () => {
    const shared = new Float32Array(new SharedArrayBuffer(24))
    shared.set([1, 2, 3, 4, 5, 6])
    const session = await openSession(doubled(), { providers: ['cpu'], threads: 1 })
    const { twice } = await session.run({ x: floats([2, 2], shared.subarray(2)) }, ['twice'])
    expect(twice.values).toEqual(Float32Array.of(6, 8, 10, 12))
    await session.release()
  })

  it('remembers why a provider was refused and goes on to the next', async () => {
    const session = await openSession(doubled(), { providers: ['nothing-like-it', 'cpu'] })
    expect(session.provider).toBe('cpu')
    expect(session.refused).toEqual([{ provider: 'nothing-like-it', reason: expect.stringContaining('cpu') }])
    await session.release()
    for (const platform of ['linux', 'win32', 'darwin', 'freebsd'] as const)
      expect(executionProvidersFor(platform).at(-1)).toBe('cpu')
  })

  it('tells a damaged network', async () => {
    const whole = doubled()
    for (const bytes of [new Uint8Array([1, 2, 3]), whole.subarray(0, whole.length / 2)])
      await expect(openSession(bytes, { providers: ['cpu'] })).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
    await expect(openSession('/no/such/file.onnx', { providers: ['cpu'] })).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  })

  it('tells memory that ran out from what else may happen', () => {
    expect(sessionFailure(new Error('Failed to allocate memory for requested buffer of size 9'), { provider: 'cpu' })).toMatchObject({ code: 'MODEL_OUT_OF_MEMORY' })
    const other = new Error('Got invalid dimensions for input: x')
    expect(sessionFailure(other, { provider: 'cpu' })).toBe(other)
  })
})
