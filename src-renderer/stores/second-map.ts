import type { ProjectionMethod } from '#shared/contract/map'
import type { SpaceId } from '#shared/domain/ids'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { coalesce } from '../client/coalesce'
import { useMap } from './map'
import { useNotices } from './notices'
import { useShownMap } from './shown-map'
import { spaceBeside } from './space-beside'
import { useTasks } from './tasks'
import { useCore } from './use-core'

/** What the second map is to show. */
interface MapAsked { space: SpaceId, method?: ProjectionMethod }

/** The map beside the shown one: any space, seen only by this page. */
export const useSecondMap = defineStore('second-map', () => {
  const core = useCore()
  const notices = useNotices()
  const map = useMap()
  const tasks = useTasks()
  const { current, grouping, groups, show: take, photosOf } = useShownMap()
  const isOpen = ref(false)
  /** Whether both maps look at the same place. */
  const linked = ref(false)
  const choice = shallowRef<MapAsked | null>(null)
  const title = computed(() => map.spaces.find(({ id }) => id === choice.value?.space)?.title ?? '')

  const refresh = coalesce(async () => {
    const asked = choice.value
    if (!asked)
      return
    const map = await core.map.ofSpace(asked)
    // Meanwhile it may have been closed, or be to show another.
    if (choice.value !== asked)
      return
    await take(map)
    // Only this page looks at it, so nobody else sees to it that it grows with the library.
    const growing = map && await core.map.grow({ projection: map.projection })
    if (growing)
      tasks.begin(growing)
  }, 150)

  /** Shows another space; it is laid out first where it never was. */
  async function show(space: SpaceId, method?: ProjectionMethod): Promise<void> {
    const asked = choice.value = { space, method }
    await notices.attempt(async () => {
      const known = await core.map.ofSpace(asked)
      if (choice.value !== asked)
        return
      if (known)
        await refresh()
      else
        await begin(asked)
    })
  }

  /** Lays the space out by a method, anew if it was before. */
  async function arrange(method: ProjectionMethod): Promise<void> {
    if (!choice.value)
      return
    const asked = choice.value = { space: choice.value.space, method }
    await notices.attempt(() => begin(asked))
  }

  async function begin(asked: MapAsked): Promise<void> {
    tasks.begin(await core.map.arrange(asked))
  }

  async function open(): Promise<void> {
    if (!map.current)
      return
    const { space, method } = spaceBeside(map.current, map.spaces)
    isOpen.value = true
    await show(space.id, method)
  }

  /** Each map shows what the other did. */
  async function swap(): Promise<void> {
    const { current: first } = map
    if (!first || !choice.value)
      return
    const { space, method } = choice.value
    await show(first.space.id, first.method)
    await map.show(space, method)
  }

  function clear(): void {
    isOpen.value = false
    choice.value = null
    void take(null)
  }

  return { current, grouping, groups, isOpen, linked, title, refresh, photosOf, show, arrange, open, swap, close: clear, clear }
})
