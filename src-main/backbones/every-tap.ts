import type { Backbone, Tap } from '#main/backbones/backbone'
import { headTap, stemTap } from '#main/backbones/backbone'
import { flatColumns } from '#main/backbones/tap-graphs'

/** A tap to choose, and of which layers it is made. */
export interface TapChoice {
  id: string
  title: string
  columns: number
  /** `layer`: one, averaged over the picture; `flat`: one, all activations; `stages`: all, averaged, side by side. */
  form: 'layer' | 'flat' | 'stages'
  of: readonly Tap[]
}

/** Every tap of a backbone: its layers; `ID-flat`, the same with the picture kept; and `all-stages`, the layers side by side. */
export function everyTap({ taps }: Pick<Backbone, 'taps'>): TapChoice[] {
  const layers = taps.map((tap): TapChoice => ({ ...plain(tap), form: 'layer', of: [tap] }))
  const flat = taps.filter(tap => tap.flat).map((tap): TapChoice => ({
    id: `${tap.id}-flat`,
    title: `${tap.title}, by place`,
    columns: Math.min(tap.flat!.count, flatColumns),
    form: 'flat',
    of: [tap],
  }))
  const stages = taps.filter(({ id }) => id !== headTap && id !== stemTap)
  if (stages.length < 2)
    return [...layers, ...flat]
  const columns = stages.reduce((sum, tap) => sum + tap.columns, 0)
  return [...layers, ...flat, { id: 'all-stages', title: 'All layers at once', columns, form: 'stages', of: stages }]
}

function plain({ id, title, columns }: Tap): Pick<TapChoice, 'id' | 'title' | 'columns'> {
  return { id, title, columns }
}
