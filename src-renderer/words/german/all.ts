import type { Catalogue } from '../catalogue'
import { actions } from './actions'
import { facets } from './facets'
import { page } from './page'
import { units } from './units'

/** Everything the page says in German. */
export const german: Catalogue = { actions, facets, page, units }
