import type { ConnectionState } from '../client/watch-library'
import { defineStore } from 'pinia'
import { ref } from 'vue'

/** How the page stands with the core. */
export const useConnection = defineStore('connection', () => {
  const state = ref<ConnectionState>('connecting')
  /** Whether the core is there but takes its time. */
  const busy = ref(false)
  return { state, busy }
})
