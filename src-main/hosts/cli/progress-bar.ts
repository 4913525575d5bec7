import type { Task } from '#shared/contract/tasks'

const width = 24

/** Progress on stderr: one line that is drawn over on a terminal, a line every few seconds elsewhere. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream
  readonly #silent: boolean
  #lastPlain = Date.now()
  #drawn = false

  constructor({ silent, stream = process.stderr }: { silent: boolean, stream?: NodeJS.WriteStream }) {
    this.#silent = silent
    this.#stream = stream
  }

  show(task: Task): void {
    if (this.#silent)
      return
    const text = lineFor(task)
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u001B[2K${text.slice(0, (this.#stream.columns ?? 80) - 1)}`)
      this.#drawn = true
    }
    else if (Date.now() - this.#lastPlain > 5_000) {
      this.#lastPlain = Date.now()
      this.#stream.write(`${text}\n`)
    }
  }

  clear(): void {
    if (this.#drawn)
      this.#stream.write('\r\u001B[2K')
    this.#drawn = false
  }
}

function lineFor({ step, done, total, unit, rate, secondsLeft, curve }: Task): string {
  const share = total > 0
    ? Math.min(1, done / total)
    : 0
  const bar = `${'█'.repeat(Math.round(share * width))}${'░'.repeat(width - Math.round(share * width))}`
  const parts = [
    step,
    total > 0
      ? `${bar} ${amount(done, unit)} of ${amount(total, unit)}`
      : done > 0
        ? amount(done, unit)
        : '',
    rate > 0
      ? `${amount(rate, unit)}/s`
      : '',
    secondsLeft !== null && secondsLeft > 0
      ? `${Math.ceil(secondsLeft)} s left`
      : '',
    curve.length > 0
      ? `loss ${curve.at(-1)!.loss.toFixed(4)}`
      : '',
  ]
  return parts.filter(Boolean).join('  ')
}

function amount(value: number, unit: Task['unit']): string {
  return unit === 'bytes'
    ? `${(value / 1e6).toFixed(1)} MB`
    : `${Number(value.toFixed(value < 10
      ? 1
      : 0))}`
}
