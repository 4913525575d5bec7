import type { ActivationValues } from '#main/learn/deep/deep-training'

/** One photo as one of its views shows it: view 0 as it is, the others changed at random. */
export interface PhotoView {
  /** Its number among the labelled photos. */
  photo: number
  view: number
}

/** The activations of labelled photos at the boundary of what is trained, each in the same number of views. */
export interface PhotoViews {
  /** Views of a photo. */
  count: number
  /** [views, H, W, C], in the order asked for. */
  read: (views: readonly PhotoView[]) => ActivationValues
}
