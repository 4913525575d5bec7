import { actions } from './actions'
import { commands } from './commands'
import { facets } from './facets'
import { groups } from './groups'
import { keys } from './keys'
import { page } from './page'
import { units } from './units'

/** Everything the page says in English, by area. The keys of the other languages are held to these. */
export const english = { actions, commands, facets, groups, keys, page, units } as const
