import type { LibraryChange } from '#shared/contract/library'
import type { Connection } from '../../../src-renderer/client/connect-core'
import type { ConnectionState } from '../../../src-renderer/client/watch-library'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { implement, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract'
import { cutLink } from '../../../src-renderer/client/cut-link'
import { watchLibrary } from '../../../src-renderer/client/watch-library'

const { library } = implement(contract)
type Stream = AsyncGenerator<LibraryChange>

const leaving: AbortController[] = []
const ports: MessagePort[] = []

afterEach(() => {
  leaving.splice(0).forEach(one => one.abort())
  ports.splice(0).forEach(port => port.close())
})

/** A way to a core over a real port, whose streams are the ones given, one after another. */
function way(...streams: (() => Stream)[]): RPCLink<Record<never, never>> {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const watch = library.watch.handler(() => (streams.shift() ?? silence)())
  new RPCHandler({
    library: { watch },
  }).upgrade(port1)
  port1.start()
  port2.start()
  return new RPCLink({ port: port2 })
}

async function* silence(): Stream {
  yield { kind: 'library' }
  await new Promise(() => {})
}

function follow(link: ReturnType<typeof cutLink>): { states: ConnectionState[], changes: LibraryChange[], begun: () => number } {
  const connection: Connection = {
    core: createORPCClient(link),
    onCut: link.onCut,
  }
  const states: ConnectionState[] = []
  const changes: LibraryChange[] = []
  let begun = 0
  const abort = new AbortController()
  leaving.push(abort)
  void watchLibrary(connection, {
    state: state => states.push(state),
    changed: change => changes.push(change),
    begun: () => begun++,
  }, abort.signal, () => new Promise(resolve => setTimeout(resolve)))
  return {
    states,
    changes,
    begun: () => begun,
  }
}

it('follows the changes, and begins again when the stream ends', async () => {
  const link = cutLink()
  link.lay(way(async function* () {
    yield { kind: 'library' }
    yield { kind: 'labels' }
  }))
  const seen = follow(link)
  await expect.poll(() => seen.begun()).toBe(2)
  // The first word of each stream says only that it has begun: whoever begins asks for all there is.
  expect(seen.changes.map(change => change.kind)).toEqual(['labels'])
  expect(seen.states).toEqual(['connecting', 'open', 'lost', 'open'])
})

it('begins again on a new way when the old one is cut, though the old stream never ended', async () => {
  const link = cutLink()
  link.lay(way(silence))
  const seen = follow(link)
  await expect.poll(() => seen.begun()).toBe(1)
  link.lay(way(silence))
  await expect.poll(() => seen.begun()).toBe(2)
  expect(seen.states.at(-1)).toBe('open')
})

it('tells a page that is not signed in from a core that is away', async () => {
  const link = cutLink()
  link.lay(way(async function* () {
    throw new ORPCError('UNAUTHORIZED')
  }, async function* () {
    throw new Error('away')
  }))
  const seen = follow(link)
  await expect.poll(() => seen.begun()).toBe(1)
  expect(seen.states).toEqual([
    'connecting',
    'refused',
    'lost',
    'open',
  ])
})
