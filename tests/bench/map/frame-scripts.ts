import type { CDPSession } from 'playwright-core'
import { once } from 'node:events'

interface TraceEvent { name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args?: { name?: string } }

/** What takes up the page's thread on behalf of its scripts, as Chromium's timeline calls it. */
const scripts = new Set(['EventDispatch', 'FireAnimationFrame', 'TimerFire', 'FunctionCall', 'RunMicrotasks', 'EvaluateScript', 'MinorGC', 'MajorGC'])

/**
 * What the page's own scripts took of each frame while `work` ran, ms: everything from one frame's beginning to the
 * next, be it drawing, input, timers, answers of the core, or collecting garbage. Frames in which nothing ran don't count.
 */
export async function frameScripts(cdp: CDPSession, work: () => Promise<void>): Promise<number[]> {
  return scriptsByFrame(await traced(cdp, work))
}

/** The longest that the page's scripts held its thread at a stretch while `work` ran, ms. */
export async function longestScript(cdp: CDPSession, work: () => Promise<void>): Promise<number> {
  return Math.max(0, ...scriptsOf(await traced(cdp, work)).map(({ ms }) => ms))
}

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  const gather = ({ value }: { value: object[] }): void => void events.push(...value as TraceEvent[])
  cdp.on('Tracing.dataCollected', gather)
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline,v8,disabled-by-default-v8.gc,__metadata' } as never)
  await work()
  const complete = once(cdp as never, 'Tracing.tracingComplete')
  await cdp.send('Tracing.end')
  await complete
  cdp.off('Tracing.dataCollected', gather)
  return ofPage(events)
}

/** What happened on the thread of the process that draws, in order. */
function ofPage(events: TraceEvent[]): TraceEvent[] {
  const main = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const frames = new Map(main.map(({ pid, tid }) => [`${pid} ${tid}`, [] as TraceEvent[]]))
  for (const event of events)
    frames.get(`${event.pid} ${event.tid}`)?.push(event)
  // The page's own process is the one that draws.
  return [...frames.values()].sort((a, b) => drawn(b) - drawn(a))[0].sort((a, b) => a.ts - b.ts)
}

function scriptsByFrame(own: TraceEvent[]): number[] {
  const begins = own.filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b').map(({ ts }) => ts)
  const spent = new Float64Array(begins.length + 1)
  let frame = 0
  for (const { ts, ms } of scriptsOf(own)) {
    while (frame < begins.length && begins[frame] <= ts)
      frame++
    spent[frame] += ms
  }
  return [...spent].filter(ms => ms > 0)
}

/** Scripts that are part of no other, with the thread's own time they took. */
function scriptsOf(own: TraceEvent[]): { ts: number, ms: number }[] {
  const found: { ts: number, ms: number }[] = []
  let until = -Infinity
  for (const { name, ph, ts, dur = 0, tdur = dur } of own) {
    if (ph !== 'X' || !scripts.has(name) || ts < until)
      continue
    until = ts + dur
    found.push({ ts, ms: tdur / 1000 })
  }
  return found
}

function drawn(events: TraceEvent[]): number {
  return events.filter(({ name }) => name === 'FireAnimationFrame').length
}
