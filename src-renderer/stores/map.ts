import type { SpaceSummary } from '#shared/contract/common'
import type { Cluster, ProjectionMethod } from '#shared/contract/map'
import type { SpaceId } from '#shared/domain/ids'
import type { Grouping } from './grouping'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { float32Of, int32Of, uint32Of } from '#shared/contract/blobs'
import { coalesce } from '../client/coalesce'
import { layersOf } from './layers'
import { useNotices } from './notices'
import { usePhotos } from './photos'
import { usePreferences } from './preferences'
import { tallyGroups } from './tally-groups'
import { useCore } from './use-core'

/** The map now shown: where each photo lies. */
export interface ShownMap {
  projection: number
  space: SpaceSummary
  method: ProjectionMethod
  ids: Uint32Array
  /** [N, 2], map units. */
  xy: Float32Array
}

/** The map, its groups, and the spaces there are. */
export const useMap = defineStore('map', () => {
  const core = useCore()
  const notices = useNotices()
  const photos = usePhotos()
  const preferences = usePreferences()
  const current = shallowRef<ShownMap | null>(null)
  const grouping = shallowRef<Grouping | null>(null)
  const spaces = shallowRef<SpaceSummary[]>([])

  const refreshGroups = coalesce(async () => {
    if (!current.value)
      return
    const answer = await core.map.clusters({ granularity: preferences.granularity })
    const of = await int32Of(answer.of)
    if (answer.projection === current.value?.projection)
      grouping.value = { projection: answer.projection, of, clusters: answer.clusters }
  }, 60)

  const refresh = coalesce(async () => {
    const answer = await core.map.current()
    if (answer) {
      const [ids, xy] = await Promise.all([
        uint32Of(answer.ids),
        float32Of(answer.xy),
      ])
      current.value = {
        projection: answer.projection,
        space: answer.space,
        method: answer.method,
        ids,
        xy,
      }
      await refreshGroups()
    }
    else {
      current.value = null
      grouping.value = null
    }
    spaces.value = await core.map.spaces()
  }, 250)

  watch(() => preferences.granularity, () => notices.attempt(refreshGroups))

  /** The groups with what is labelled in them now, without waiting for the core to count again. */
  const groups = computed<Cluster[]>(() => grouping.value && current.value
    ? tallyGroups(grouping.value, current.value.ids, photos.columns)
    : [])

  /** The layers of the shown map's network, the lowest first, and which of them is shown; −1 for none, as when a run's space is. */
  const layers = computed(() => current.value ? layersOf(spaces.value, current.value.space.backbone) : [])
  const layer = computed(() => layers.value.findIndex(space => space.id === current.value?.space.id))

  function photosOf(cluster: number): Uint32Array {
    const { value: map } = current
    const { value: found } = grouping
    if (!map || !found)
      return new Uint32Array()
    return map.ids.filter((_, i) => found.of[i] === cluster)
  }

  async function project(method: ProjectionMethod): Promise<void> {
    await notices.attempt(() => core.map.project({ method }))
  }

  async function show(space: SpaceId): Promise<void> {
    await notices.attempt(() => core.map.show({ space }))
  }

  function clear(): void {
    current.value = null
    grouping.value = null
    spaces.value = []
  }

  return {
    current,
    grouping,
    groups,
    spaces,
    layers,
    layer,
    refresh,
    photosOf,
    project,
    show,
    clear,
  }
})
