import type { BenchRow } from '#tests/bench/bench-row'
import process from 'node:process'
import { benchmarks } from '#tests/bench/table'

/** `npm run bench -- NAME [--json] [OPTIONS]`: runs one benchmark and prints its table, or the rows as one JSON object. */
const words = process.argv.slice(2).filter(word => word !== '--')
const [name, ...options] = words.filter(word => word !== '--json')

if (!name || !Object.hasOwn(benchmarks, name) || (options.length > 0 && benchmarks[name as keyof typeof benchmarks].length === 0)) {
  process.stderr.write(`error USAGE: Say npm run bench -- NAME [--json]. There are: ${Object.keys(benchmarks).join(', ')}.\n`)
  process.exit(2)
}

const rows = await (benchmarks as Record<string, (words: string[]) => Promise<BenchRow[]>>)[name](options)
process.stdout.write(words.includes('--json')
  ? `${JSON.stringify({ rows })}\n`
  : tableOf(rows))
process.exit(0)

function tableOf(rows: BenchRow[]): string {
  const number = (value: number | null): string => value === null
    ? '–'
    : String(Number(value.toPrecision(4)))
  const cells = [
    [
      '',
      'ours',
      'peer',
      'unit',
      'ratio',
      'bar',
    ],
    ...rows.map(({ name, ours, peer, unit, ratio, bar }) => [
      name,
      number(ours),
      number(peer),
      unit,
      number(ratio),
      bar ?? '–',
    ]),
  ]
  const widths = cells[0].map((_, column) => Math.max(...cells.map(row => row[column].length)))
  return cells.map(row => `${row.map((cell, column) => column === 0
    ? cell.padEnd(widths[0])
    : cell.padStart(widths[column])).join('  ')}\n`).join('')
}
