import type { InferenceSession } from 'onnxruntime-node'
import type { RefusedProvider } from '#main/graph/execution-providers'
import type { OnnxValue } from '#main/graph/protobuf/model'
import type { Tensor } from '#main/graph/tensor'
import ort from 'onnxruntime-node'
import { executionProvidersFor } from '#main/graph/execution-providers'
import { sessionFailure } from '#main/graph/session-failure'

export interface SessionOptions {
  /** Execution providers to try, in order; by default those worth trying on this platform. */
  providers?: readonly string[]
  /** Threads within one operator; by default one for each physical core. */
  threads?: number
  /**
   * Whether one block of memory is planned for all that a run needs. It is by default; for the large graphs of training
   * it holds what the arena held before beside it, and takes a quarter more time.
   */
  plannedMemory?: boolean
  /** Whether idle threads spin, which is faster alone and slows whatever shares the cores. Off by default. */
  spinning?: boolean
}

/** A network made ready to run. `run` blocks its thread, so a session belongs in a worker. */
export interface GraphSession {
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
  /** The execution provider in use. */
  readonly provider: string
  /** The providers that were tried before it. */
  readonly refused: readonly RefusedProvider[]
  /**
   * Runs the network once.
   *
   * @param feeds a tensor for each input
   * @param outputs the names of the outputs wanted; all of them by default
   * @throws MODEL_OUT_OF_MEMORY
   */
  run: (feeds: Record<string, Tensor>, outputs?: readonly string[]) => Promise<Record<string, Tensor>>
  release: () => Promise<void>
}

/**
 * Opens a network, from its bytes or the path of its file, on the first execution provider that takes it.
 *
 * @throws MODEL_DAMAGED where no provider can read the network
 * @throws MODEL_OUT_OF_MEMORY
 */
export async function openSession(model: Uint8Array | string, options: SessionOptions = {}): Promise<GraphSession> {
  const wanted = options.providers ?? executionProvidersFor(process.platform)
  const refused: RefusedProvider[] = []
  let last: unknown
  for (const provider of wanted) {
    const lacking = lacks(provider)
    if (lacking) {
      refused.push({ provider, reason: lacking })
      continue
    }
    try {
      return graphSession(await create(model, provider, options), provider, refused)
    }
    catch (cause) {
      last = cause
      refused.push({
        provider,
        reason: firstLine(cause),
      })
    }
  }
  throw sessionFailure(last ?? new Error(refused.map(({ reason }) => reason).join(' ')), {
    provider: wanted.at(-1) ?? 'nothing',
    model: typeof model === 'string'
      ? model
      : undefined,
  })
}

/** Why a provider cannot even be tried: this build of ONNX Runtime does not know it. Undefined where it can. */
function lacks(provider: string): string | undefined {
  const known = ort.listSupportedBackends()
  return known.some(({ name }) => name === provider)
    ? undefined
    : `This build of ONNX Runtime knows only ${known.map(({ name }) => name).join(', ')}.`
}

async function create(model: Uint8Array | string, provider: string, options: SessionOptions): Promise<InferenceSession> {
  // A refused provider is an answer here, not something to print on the terminal; the exception carries the reason.
  ort.env.logLevel = 'fatal'
  const settings: InferenceSession.SessionOptions = {
    executionProviders: [provider],
    ...(options.threads === undefined
      ? {}
      : { intraOpNumThreads: options.threads }),
    enableMemPattern: options.plannedMemory ?? true,
    logSeverityLevel: 4,
    extra: {
      session: {
        intra_op: {
          allow_spinning: options.spinning ? '1' : '0',
        },
      },
    },
  }
  return typeof model === 'string'
    ? ort.InferenceSession.create(model, settings)
    : ort.InferenceSession.create(model, settings)
}

function graphSession(session: InferenceSession, provider: string, refused: RefusedProvider[]): GraphSession {
  return {
    inputs: session.inputMetadata.filter(value => value.isTensor).map(describe),
    outputs: session.outputMetadata.filter(value => value.isTensor).map(describe),
    provider,
    refused,
    async run(feeds, outputs) {
      const given: Record<string, ort.Tensor> = {}
      for (const [name, { type, shape, values }] of Object.entries(feeds))
        given[name] = new ort.Tensor(type, values as never, shape)
      try {
        const got = await (outputs
          ? session.run(given, [...outputs])
          : session.run(given))
        const answers: Record<string, Tensor> = {}
        for (const [name, value] of Object.entries(got))
          answers[name] = { type: value.type as Tensor['type'], shape: value.dims, values: value.data as Tensor['values'] }
        return answers
      }
      catch (cause) {
        throw sessionFailure(cause, { provider })
      }
    },
    release: () => session.release(),
  }
}

function describe(value: InferenceSession.ValueMetadata): OnnxValue {
  const { name, type, shape } = value as InferenceSession.TensorValueMetadata
  return {
    name,
    type: type as OnnxValue['type'],
    shape: shape.map(size => size === ''
      ? '?'
      : size),
  }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error
    ? cause.message
    : String(cause)).split('\n')[0]
}
