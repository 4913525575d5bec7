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
  const events: TraceEvent[] = []
  const gather = ({ value }: { value: object[] }): void => void events.push(...value as TraceEvent[])
  cdp.on('Tracing.dataCollected', gather)
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline,v8,disabled-by-default-v8.gc,__metadata' } as never)
  await work()
  const complete = once(cdp as never, 'Tracing.tracingComplete')
  await cdp.send('Tracing.end')
  await complete
  cdp.off('Tracing.dataCollected', gather)
  return scriptsByFrame(events)
}

function scriptsByFrame(events: TraceEvent[]): number[] {
  const main = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const frames = new Map(main.map(({ pid, tid }) => [`${pid} ${tid}`, [] as TraceEvent[]]))
  for (const event of events)
    frames.get(`${event.pid} ${event.tid}`)?.push(event)
  // The page's own process is the one that draws.
  const own = [...frames.values()].sort((a, b) => drawn(b) - drawn(a))[0].sort((a, b) => a.ts - b.ts)
  const begins = own.filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b').map(({ ts }) => ts)
  const spent = new Float64Array(begins.length + 1)
  let until = -Infinity
  let frame = 0
  for (const { name, ph, ts, dur = 0, tdur = dur } of own) {
    if (ph !== 'X' || !scripts.has(name) || ts < until)
      continue
    until = ts + dur
    while (frame < begins.length && begins[frame] <= ts)
      frame++
    spent[frame] += tdur / 1000
  }
  return [...spent].filter(ms => ms > 0)
}

function drawn(events: TraceEvent[]): number {
  return events.filter(({ name }) => name === 'FireAnimationFrame').length
}
