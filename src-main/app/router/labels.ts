import type { Done } from '#main/app/act'
import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Changed } from '#shared/contract/labels'
import { redo, undo } from '#main/app/act'
import { libraryOf } from '#main/app/core-context'
import { mergeLabel, nestLabel, recolourLabel, removeLabel, renameLabel } from '#main/app/edit-labels'
import { labelEach, labelNamed, labelPhotos } from '#main/app/label-photos'
import { labellingOf } from '#main/app/labelling'
import { once } from '#main/app/once'
import { proposeNext } from '#main/app/propose-next'
import { serve } from '#main/app/router/serve'
import { acceptSuggestions, refuseSuggestions } from '#main/app/settle-suggestions'
import { refreshSuggestions, suggestSoon } from '#main/app/suggest-labels'
import { historySummary } from '#main/store/actions'
import { blobOf, uint32Of } from '#shared/contract/blobs'

/** Tells everyone what an act touched. Suggestions follow labels by themselves. */
function told(core: CoreContext, { kind, changed, actions }: Done): Changed {
  if (kind === 'show')
    core.changes.tell('library', 'map', 'runs', 'labels', 'suggestions')
  else
    core.changes.tell('labels', 'library')
  suggestSoon(core)
  return { changed, actions }
}

/** Does what a call asks for, unless it was done for it before. */
function onceTold(core: CoreContext, call: string | undefined, deed: (library: OpenLibrary) => Done): Changed {
  const library = libraryOf(core)
  return told(core, once(library, call, () => deed(library)))
}

function nothing(core: CoreContext): Changed {
  return { changed: 0, actions: historySummary(libraryOf(core).db).effort }
}

export const labelsRouter = {
  list: serve.labels.list.handler(({ context: { core } }) => labellingOf(libraryOf(core))),
  propose: serve.labels.propose.handler(async ({ context: { core }, signal }) =>
    (await proposeNext(core, signal)).map(({ photos, ...proposal }) => ({ ...proposal, photos: blobOf(photos) }))),
  assign: serve.labels.assign.handler(async ({ context: { core }, input: { label, call, ...input } }) => {
    const photos = await uint32Of(input.photos)
    const library = libraryOf(core)
    return {
      ...onceTold(core, call, () => labelPhotos(library, photos, label)),
      label: label && labelNamed(library, label).id,
    }
  }),
  assignEach: serve.labels.assignEach.handler(({ context: { core }, input }) =>
    told(core, labelEach(libraryOf(core), Uint32Array.from(input.photos), input.labels))),
  rename: serve.labels.rename.handler(({ context: { core }, input }) =>
    onceTold(core, input.call, library => renameLabel(library, input.label, input.name))),
  recolour: serve.labels.recolour.handler(({ context: { core }, input }) =>
    onceTold(core, input.call, library => recolourLabel(library, input.label, input.colour))),
  nest: serve.labels.nest.handler(({ context: { core }, input }) =>
    onceTold(core, input.call, library => nestLabel(library, input.label, input.under))),
  merge: serve.labels.merge.handler(({ context: { core }, input }) =>
    onceTold(core, input.call, library => mergeLabel(library, input.label, input.into))),
  remove: serve.labels.remove.handler(({ context: { core }, input }) =>
    onceTold(core, input.call, library => removeLabel(library, input.label))),
  undo: serve.labels.undo.handler(({ context: { core } }) => {
    const done = undo(libraryOf(core))
    return done
      ? told(core, done)
      : nothing(core)
  }),
  redo: serve.labels.redo.handler(({ context: { core } }) => {
    const done = redo(libraryOf(core))
    return done
      ? told(core, done)
      : nothing(core)
  }),
}

export const suggestionsRouter = {
  refresh: serve.suggestions.refresh.handler(async ({ context: { core }, signal }) =>
    ({ suggested: await refreshSuggestions(core, signal) })),
  accept: serve.suggestions.accept.handler(async ({ context: { core }, input }) => {
    const photos = input.photos && await uint32Of(input.photos)
    return onceTold(core, input.call, library => acceptSuggestions(library, { ...input, photos }))
  }),
  refuse: serve.suggestions.refuse.handler(async ({ context: { core }, input }) => {
    const photos = input.photos && await uint32Of(input.photos)
    return onceTold(core, input.call, library => refuseSuggestions(library, { ...input, photos }))
  }),
}
