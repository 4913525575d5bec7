/** How the rate goes over a training. */
export interface Schedule {
  readonly id: string
  readonly title: string
  readonly source: string
  /** The share of the full rate at a step, from 1 to `steps`. */
  readonly shareAt: (step: number, steps: number) => number
}
