import type { Ref, ShallowRef } from 'vue'
import type { SpaceSummary } from '#shared/contract/common'
import type { ProjectedMap, ProjectionMethod } from '#shared/contract/map'
import type { ProjectionId } from '#shared/domain/ids'
import type { Grouping } from './grouping'
import type { TalliedGroup } from './tally-groups'
import { computed, shallowRef, watch } from 'vue'
import { float32Of, int32Of, uint32Of } from '#shared/contract/blobs'
import { coalesce } from '../client/coalesce'
import { areSame } from '../map/are-same'
import { useNotices } from './notices'
import { usePhotos } from './photos'
import { usePreferences } from './preferences'
import { tallyGroups } from './tally-groups'
import { useCore } from './use-core'

/** A map as it is shown: where each photo lies. */
export interface ShownMap {
  projection: ProjectionId
  space: SpaceSummary
  method: ProjectionMethod
  ids: Uint32Array
  /** [N, 2], map units. */
  xy: Float32Array
}

/** What a store holds of one map, however it is chosen. */
export interface ShownMapState {
  current: ShallowRef<ShownMap | null>
  grouping: ShallowRef<Grouping | null>
  /** The groups with what is labelled in them now, without waiting for the core to count again. */
  groups: Ref<TalliedGroup[]>
  /** Takes another map, or the same anew. */
  show: (map: ProjectedMap | null) => Promise<void>
  photosOf: (cluster: number) => Uint32Array
}

/** One map and its groups, for a store while it is set up. */
export function useShownMap(): ShownMapState {
  const core = useCore()
  const notices = useNotices()
  const photos = usePhotos()
  const preferences = usePreferences()
  const current = shallowRef<ShownMap | null>(null)
  const grouping = shallowRef<Grouping | null>(null)

  const refreshGroups = coalesce(async () => {
    if (!current.value)
      return
    const answer = await core.map.clusters({ granularity: preferences.granularity, projection: current.value.projection })
    const of = await int32Of(answer.of)
    if (answer.projection === current.value?.projection)
      grouping.value = { projection: answer.projection, of, clusters: answer.clusters }
  }, 60)

  async function show(map: ProjectedMap | null): Promise<void> {
    if (!map) {
      current.value = null
      grouping.value = null
      return
    }
    const [ids, xy] = await Promise.all([uint32Of(map.ids), float32Of(map.xy)])
    // What photos are like is known before where they lie.
    await photos.settled()
    const before = current.value
    // What lies where it lay stays: photos need not be sent to the graphics card again.
    if (!before || before.projection !== map.projection || before.space.title !== map.space.title || !areSame(before.ids, ids) || !areSame(before.xy, xy))
      current.value = { projection: map.projection, space: map.space, method: map.method, ids, xy }
    await refreshGroups()
  }

  watch(() => preferences.granularity, () => notices.attempt(refreshGroups))

  const groups = computed<TalliedGroup[]>(() => grouping.value && current.value
    ? tallyGroups(grouping.value, current.value.ids, photos.columns)
    : [])

  function photosOf(cluster: number): Uint32Array {
    const { value: map } = current
    const { value: found } = grouping
    return map && found
      ? map.ids.filter((_, i) => found.of[i] === cluster)
      : new Uint32Array()
  }

  return { current, grouping, groups, show, photosOf }
}
