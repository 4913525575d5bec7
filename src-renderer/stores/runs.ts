import type { Run } from '#shared/contract/learning'
import type { RunId } from '#shared/domain/ids'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { coalesce } from '../client/coalesce'
import { t } from '../words/t'
import { useLabels } from './labels'
import { useNotices } from './notices'
import { usePreferences } from './preferences'
import { readyToLearn } from './ready-to-learn'
import { useTasks } from './tasks'
import { useCore } from './use-core'

/** What was learnt so far, and learning more. */
export const useRuns = defineStore('runs', () => {
  const core = useCore()
  const notices = useNotices()
  const labels = useLabels()
  const tasks = useTasks()
  const preferences = usePreferences()
  const runs = shallowRef<Run[]>([])
  /** The run whose outcome is on show until it is dismissed. */
  const news = ref<number | null>(null)

  const learning = computed(() => tasks.activeOf('learn'))
  const shown = computed(() => runs.value.find(run => run.shown))
  /** That run; not while another space than the one it brought is shown, as after undo. */
  const latest = computed(() => runs.value.find(run => run.id === news.value && (run.shown || !run.kept)))

  type Losses = Awaited<ReturnType<typeof core.learning.losses>>
  type Depths = Awaited<ReturnType<typeof core.learning.depths>>
  /** What the next run may be told. */
  const losses = shallowRef<Losses>([])
  const depths = shallowRef<Depths>([])

  async function choices(): Promise<void> {
    if (depths.value.length === 0)
      [losses.value, depths.value] = await Promise.all([core.learning.losses(), core.learning.depths()])
  }

  const refresh = coalesce(async () => {
    await choices()
    runs.value = (await core.learning.runs()).sort((a, b) => b.startedAt - a.startedAt)
  })

  /** True, or what is missing before learning makes sense. */
  const ready = computed<true | string>(() => {
    if (learning.value)
      return t('learning.underWay')
    const loss = losses.value.find(({ id }) => id === preferences.learning.loss)
    return loss?.needsLabels === false || readyToLearn(labels.labels)
  })

  async function learn(): Promise<void> {
    news.value = null
    const task = await notices.attempt(() => core.learning.learn({ ...preferences.learning }))
    if (task)
      tasks.begin(task)
  }

  async function activate(run: RunId | null): Promise<void> {
    await notices.attempt(() => core.learning.activate({ run }))
  }

  function clear(): void {
    runs.value = []
    news.value = null
  }

  return {
    runs,
    news,
    learning,
    shown,
    latest,
    ready,
    losses,
    depths,
    refresh,
    learn,
    activate,
    clear,
  }
})
