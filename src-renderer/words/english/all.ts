import { actions } from './actions'
import { facets } from './facets'
import { page } from './page'
import { units } from './units'

/** Everything the page says in English, by area. The keys of the other languages are held to these. */
export const english = { actions, facets, page, units } as const
