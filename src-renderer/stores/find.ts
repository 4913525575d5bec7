import type { FacetCounts, SearchFacet, SearchFilters } from '#shared/contract/find'
import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { uint32Of } from '#shared/contract/blobs'
import { coalesce } from '../client/coalesce'
import { useNotices } from './notices'
import { usePhotos } from './photos'
import { usePreferences } from './preferences'
import { useCore } from './use-core'
import { useView } from './view'

/** What is looked for, and the photos found: the map leaves out the others. */
export const useFind = defineStore('find', () => {
  const core = useCore()
  const notices = useNotices()
  const photos = usePhotos()
  const preferences = usePreferences()
  const view = useView()
  const text = ref('')
  const filters = shallowRef<SearchFilters>({})
  const facets = shallowRef<FacetCounts[]>([])
  const isOn = computed(() => text.value.trim() !== '' || Object.values(filters.value).some(values => values.length > 0))
  /** The photos found when the core was asked last; null while nothing is looked for. */
  const found = shallowRef<Uint32Array | null>(null)

  const refresh = coalesce(async () => {
    const asked = await core.find.search({ text: text.value.trim(), filters: filters.value })
    const photos = await uint32Of(asked.photos)
    found.value = isOn.value ? photos : null
    facets.value = asked.facets
  }, 80)

  // Without waiting for the core: whoever ends a search and selects all means all.
  watch(isOn, on => on || (found.value = null), { flush: 'sync' })

  const ask = (): unknown => notices.attempt(refresh)
  watch(text, useDebounceFn(ask, 150))
  watch([filters, () => (view.finding || isOn.value) && photos.told], ([, open]) => open && ask())

  function valuesOf(facet: SearchFacet): string[] {
    return filters.value[facet] ?? []
  }

  /** Asks for a value of a facet besides the others asked for, or no longer. */
  function toggle(facet: SearchFacet, value: string): void {
    const values = valuesOf(facet)
    filters.value = {
      ...filters.value,
      [facet]: values.includes(value) ? values.filter(one => one !== value) : [...values, value],
    }
  }

  function clear(): void {
    text.value = ''
    filters.value = {}
    found.value = null
    facets.value = []
  }

  const hide = computed({ get: () => preferences.hideOthers, set: value => void (preferences.hideOthers = value) })

  return { text, filters, facets, isOn, found, hide, refresh, valuesOf, toggle, clear }
})
