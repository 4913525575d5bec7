import type { LibraryState, MissingPhoto, PhotoFailure, RecentLibrary } from '#shared/contract/library'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { coalesce } from '../client/coalesce'
import { t } from '../words/t'
import { useNotices } from './notices'
import { useCore } from './use-core'

/** The open library in short, and the ones opened before. */
export const useLibrary = defineStore('library', () => {
  const core = useCore()
  const notices = useNotices()
  const current = shallowRef<LibraryState | null>(null)
  const recent = shallowRef<RecentLibrary[]>([])
  const failures = shallowRef<PhotoFailure[]>([])
  const missing = shallowRef<MissingPhoto[]>([])
  /** False until the core has said whether a library is open. */
  const known = ref(false)
  /** The folder or file being opened now. */
  const opening = ref<string | null>(null)
  const isOpen = computed(() => current.value !== null)

  const refresh = coalesce(async () => {
    const state = await core.library.current()
    current.value = state
    known.value = true
    if (state) {
      const [failed, gone] = await Promise.all([
        state.failed + state.unseen > 0 ? core.indexing.failures() : [],
        state.missing > 0 ? core.indexing.missing() : [],
      ])
      failures.value = failed
      missing.value = gone
    }
    else {
      await refreshRecent()
    }
  }, 300)

  async function refreshRecent(): Promise<void> {
    recent.value = await core.library.recent()
  }

  async function open(what: { folder: string } | { file: string }): Promise<boolean> {
    const path = 'folder' in what
      ? what.folder
      : what.file
    opening.value = path
    const state = await notices.attempt(async () => 'folder' in what
      ? core.library.open(what)
      : { ...await core.library.openFile(what), movedFrom: null })
    opening.value = null
    if (state?.movedFrom)
      notices.show('done', t('library.movedFrom', { folder: state.movedFrom }))
    if (state)
      current.value = state
    return state !== undefined
  }

  async function close(): Promise<void> {
    await notices.attempt(() => core.library.close())
    await notices.attempt(refresh)
  }

  /** Looks through the folder again; with `retry` at the unreadable files too. */
  async function index(retry: boolean): Promise<void> {
    await notices.attempt(() => core.indexing.start({ retry }))
  }

  return {
    current,
    recent,
    failures,
    missing,
    known,
    opening,
    isOpen,
    refresh,
    refreshRecent,
    open,
    close,
    index,
  }
})
