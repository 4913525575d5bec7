/** A step of training that is timed. */
export interface TrainingCase {
  title: string
  /** What is trained: a linear head on 512 features, the last stage of ResNet34, or all of it. */
  part: 'head' | 'layer4' | 'whole'
  /** Of the pictures, in pixels. */
  side: number
  batch: number
  /** The ratio of time that is to be had. */
  bar: number
  /** Timed steps. */
  steps: number
}

/** What a process found: the median of its steps, and the most memory it held. */
export interface StepFigures {
  ms: number
  peakMb: number
}

export const classCount = 10
export const dimensions = 16

export const trainingCases = {
  head: { title: 'head 512 → 16, 256 rows', part: 'head', side: 0, batch: 256, bar: 0.35, steps: 300 },
  layer4: { title: 'layer4 at 224², batch 32', part: 'layer4', side: 224, batch: 32, bar: 0.85, steps: 5 },
  small: { title: 'whole ResNet34 at 32², batch 128', part: 'whole', side: 32, batch: 128, bar: 0.6, steps: 5 },
  large: { title: 'whole ResNet34 at 224², batch 8', part: 'whole', side: 224, batch: 8, bar: 1, steps: 5 },
} as const satisfies Record<string, TrainingCase>
