import type { Catalogue } from '../catalogue'
import { actions } from './actions'
import { commands } from './commands'
import { facets } from './facets'
import { groups } from './groups'
import { keys } from './keys'
import { page } from './page'
import { units } from './units'

/** Everything the page says in German. */
export const german: Catalogue = { actions, commands, facets, groups, keys, page, units }
