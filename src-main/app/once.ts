import type { Done } from '#main/app/act'
import type { OpenLibrary } from '#main/app/open-library'
import { changedBy } from '#main/app/act'
import { actionOfCall, historySummary, nameLastAction } from '#main/store/actions'

/**
 * Does what a call asks for, unless it was done for that call before: whoever had no answer may ask again. Calls without
 * a name are done whenever they are made.
 */
export function once({ db }: OpenLibrary, call: string | undefined, deed: () => Done): Done {
  if (call === undefined)
    return deed()
  return db.transaction((): Done => {
    const before = actionOfCall(db, call)
    if (before)
      return { kind: before.kind, changed: changedBy(before), actions: historySummary(db).effort }
    const done = deed()
    nameLastAction(db, call)
    return done
  }).immediate()
}
