import type { LanguageChoice } from '../words/languages'
import { usePreferredDark, usePreferredLanguages, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, watchEffect } from 'vue'
import { languageOf } from '../words/languages'
import { speak, spokenLocale } from '../words/speech'
import { tellDesktop } from '../words/tell-desktop'
import { desktop } from './desktop'

export type Theme = 'system' | 'light' | 'dark'

/** What this person likes, kept by the browser or the desktop window. */
export const usePreferences = defineStore('preferences', () => {
  const theme = useStorage<Theme>('silhouette.theme', 'system')
  const language = useStorage<LanguageChoice>('silhouette.language', 'system')
  /** How finely the map is grouped, 0 to 1. */
  const granularity = useStorage('silhouette.granularity', 0.5)
  /** Suggestions less sure than this are not offered, 0 to 1. */
  const sureness = useStorage('silhouette.sureness', 0.7)

  /** Whether the map hides the photos a search did not find, or only dims them. */
  const hideOthers = useStorage('silhouette.hide-others', false)
  /** Whether a small map shows where one is on the large one. */
  const minimap = useStorage('silhouette.minimap', true)
  /** Whether the photos are shown as a grid where the map would be, its sections, and CSS px of a photo's side in it. */
  const grid = useStorage('silhouette.grid', false)
  const gridBy = useStorage<'groups' | 'labels'>('silhouette.grid-by', 'groups')
  const tile = useStorage('silhouette.tile', 112)
  /** The keys given to actions instead of their own, by the action's id. */
  const bindings = useStorage<Record<string, readonly string[]>>('silhouette.keys', {})

  /** How the next run learns. */
  const learning = useStorage('silhouette.learning', { depth: 'head', loss: 'silhouette' })

  const prefersDark = usePreferredDark()
  const dark = computed(() => theme.value === 'dark' || (theme.value === 'system' && prefersDark.value))

  const preferredLanguages = usePreferredLanguages()
  watchEffect(() => {
    speak(languageOf(language.value, preferredLanguages.value))
    if (typeof document !== 'undefined')
      document.documentElement.lang = spokenLocale()
    tellDesktop(desktop())
  })
  watchEffect(() => {
    if (typeof document !== 'undefined')
      document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'
  })

  return { theme, language, granularity, sureness, hideOthers, minimap, grid, gridBy, tile, bindings, learning, dark }
})
