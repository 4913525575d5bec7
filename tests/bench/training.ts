import type { BenchRow } from '#tests/bench/bench-row'
import type { StepFigures, TrainingCase } from '#tests/bench/training/cases'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { median } from '#tests/bench/bench-row'
import { trainingCases } from '#tests/bench/training/cases'

const rounds = 3

/**
 * One step of training beside PyTorch's on the CPU, by turns, each in a process of its own with all cores: milliseconds a
 * step, and the most memory its process held. Without the Python environment (tests/reference/make-environment.sh) ours alone.
 */
export async function run(): Promise<BenchRow[]> {
  const python = [process.env.SILHOUETTE_PYTHON, join('tests', 'reference', '.venv', 'bin', 'python')].find(file => file && existsSync(file))
  if (!python)
    process.stderr.write('No Python environment: run tests/reference/make-environment.sh, or name one in SILHOUETTE_PYTHON. Ours alone.\n')
  const rows: BenchRow[] = []
  for (const [id, each] of Object.entries(trainingCases)) {
    const ours: StepFigures[] = []
    const theirs: StepFigures[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(await stepsOf(process.execPath, ['tests/bench/training/ours.ts', id]))
      if (python)
        theirs.push(await stepsOf(python, ['tests/bench/training/peer.py', JSON.stringify(each)]))
    }
    rows.push(...rowsOf(each, ours, theirs))
  }
  return rows
}

async function stepsOf(program: string, words: string[]): Promise<StepFigures> {
  const { stdout } = await promisify(execFile)(program, words)
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}

function rowsOf({ title, bar }: TrainingCase, ours: StepFigures[], theirs: StepFigures[]): BenchRow[] {
  const row = (name: string, unit: string, bar: number, of: (figures: StepFigures) => number): BenchRow => ({
    name,
    ours: median(ours.map(of)),
    peer: theirs.length > 0 ? median(theirs.map(of)) : null,
    unit,
    ratio: theirs.length > 0 ? median(ours.map((figures, round) => of(figures) / of(theirs[round]))) : null,
    bar: `≤ ${bar}`,
  })
  return [
    row(`training, ${title}`, 'ms a step', bar, ({ ms }) => ms),
    row(`training, ${title}, memory`, 'MB', 1, ({ peakMb }) => peakMb),
  ]
}
