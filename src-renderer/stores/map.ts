import type { SpaceSummary } from '#shared/contract/common'
import type { ProjectionMethod } from '#shared/contract/map'
import type { SpaceId } from '#shared/domain/ids'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { coalesce } from '../client/coalesce'
import { layersOf } from './layers'
import { useNotices } from './notices'
import { useShownMap } from './shown-map'
import { useCore } from './use-core'

/** The map that all who look at the library see, its groups, and the spaces there are. */
export const useMap = defineStore('map', () => {
  const core = useCore()
  const notices = useNotices()
  const { current, grouping, groups, show: take, photosOf } = useShownMap()
  const spaces = shallowRef<SpaceSummary[]>([])

  const refresh = coalesce(async () => {
    await take(await core.map.current())
    spaces.value = await core.map.spaces()
  }, 250)

  /** The layers of the shown map's network, the lowest first, and which of them is shown; −1 for none, as when a run's space is. */
  const layers = computed(() => current.value ? layersOf(spaces.value, current.value.space.backbone) : [])
  const layer = computed(() => layers.value.findIndex(space => space.id === current.value?.space.id))

  async function arrange(method: ProjectionMethod): Promise<void> {
    await notices.attempt(() => core.map.project({ method }))
  }

  async function show(space: SpaceId, method?: ProjectionMethod): Promise<void> {
    await notices.attempt(() => core.map.show({ space, method }))
  }

  function clear(): void {
    void take(null)
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
    arrange,
    show,
    clear,
  }
})
