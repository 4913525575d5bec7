/** A layer of a backbone whose activations, averaged over the picture, are an embedding. */
export interface Tap {
  /** `stage-1`, `stage-2`, … in the order of the layers, and `pooled` for what the classifier sees. */
  id: string
  title: string
  /** Dimensions of the embedding. */
  columns: number
  /** The tensor inside the graph; undefined where it is found by the graph's structure (`findTaps`). */
  tensor?: TapTensor
  /** The layer before it is averaged; undefined for what is a vector from the start. */
  flat?: FlatTensor
}

/** A tensor [N, C, H, W] inside a graph, which has C·H·W activations for each photo. */
export interface FlatTensor {
  count: number
  /** Undefined where it is found by the graph's structure. */
  name?: string
}

/** The tap of a network that ends in the head of a run: the run's embedding, which is used as it is. */
export const headTap = 'head'

/** The tap of what comes before the second convolution of a network whose layers were found by structure. */
export const stemTap = 'stem'

/** A tensor inside a graph: [N, columns, height, width] where it is spatial, else [N, columns] or [N, columns, 1, 1]. */
export interface TapTensor {
  name: string
  spatial: boolean
}

/** How pixels become a backbone's input: `(value / 255 − mean) / deviation` in each of red, green, blue. */
export interface Preprocessing {
  /** The shorter side is scaled to this many pixels, by triangle filter. */
  resize: number
  /** Then the middle square of this side is taken: the network's input. */
  crop: number
  mean: readonly [number, number, number]
  deviation: readonly [number, number, number]
}

/** A network that turns pixels `[N, 3, crop, crop]` float32 into vectors. */
export interface Backbone {
  id: string
  title: string
  licence: string
  /** Where it comes from, in words. */
  source: string
  /** The name of its file in a folder of models. */
  file: string
  bytes: number
  /** SHA-256 of the file, lower-case hexadecimal. */
  sha256: string
  /** Where `models get` fetches it; undefined for what is bundled or was added. */
  address?: string
  preprocessing: Preprocessing
  taps: readonly Tap[]
  /** The tap that photos are first seen by. */
  defaultTap: string
  /** The network's own classes, where it has a classifier. */
  classes?: {
    count: number
    /** The JSON list of their names, in a folder of models. */
    namesFile: string
    /** The tensor with a score (before softmax) for each; undefined where it is found by structure. */
    tensor?: string
  }
  /** Multiplications for one photo, which tells how cores are best shared between it and decoding; unknown if absent. */
  multiplications?: number
  /** How many photos a run takes, where the network allows one number only. */
  fixedBatch?: number
}

/** ImageNet's mean and deviation of red, green and blue, by which torchvision's networks were trained. */
export const imagenetPreprocessing: Preprocessing = {
  resize: 256,
  crop: 224,
  mean: [0.485, 0.456, 0.406],
  deviation: [0.229, 0.224, 0.225],
}
