import type { Assessment, AssessRequest } from '#main/app/experiments/experiment'
import type { ClusterTree } from '#main/cluster/cluster-tree'
import type { SuggestedLabels, SuggestInputs } from '#main/learn/suggest-labels'
import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import type { ProjectionMethodId } from '#main/project/table'
import type { ClassScoreColumns } from '#main/store/class-scores'
import type { Job } from '#main/threads/message'

/** What the thread that lays out maps and measures them can do; it never touches ONNX Runtime. */
export interface GeometryJobs extends Record<string, Job<any, any, any>> {
  /** A map of a space, and, save for a draft, how far its neighbourhoods can be believed. Progress: the share done. */
  project: Job<
    { method: ProjectionMethodId, space: Matrix, neighbours: Neighbours, previous: Float32Array | undefined, seed: number, draft: boolean },
    number,
    { xy: Float32Array, trustworthiness: number | null }
  >
  /** The cluster tree of a map [N, 2]. */
  clusterTree: Job<{ xy: Float32Array }, never, ClusterTree>
  /** Clusters at a granularity, numbered from 0 without gaps, the largest first; `of` is [N], −1 for a stray. */
  clusters: Job<
    { tree: ClusterTree, xy: Float32Array, granularity: number, scores: ClassScoreColumns, classNames: string[] },
    never,
    { of: Int32Array, clusters: { name: string | null, photos: number, outline: number[], x: number, y: number }[] }
  >
  /** A label and how sure it is for every photo without one. */
  suggest: Job<SuggestInputs, never, SuggestedLabels>
  /** How well a space tells true groups apart, for experiments. */
  assess: Job<AssessRequest, never, Assessment>
}
