import type { InjectionKey } from 'vue'
import type { Core } from '#shared/contract/contract'
import type { Connection } from '../client/connect-core'
import { inject } from 'vue'

/** Under this key the page's one connection is provided to stores and components. */
export const connectionKey: InjectionKey<Connection> = Symbol('connection')

/** The core, for a store or a component while it is set up. */
export function useCore(): Core {
  const connection = inject(connectionKey)
  if (!connection)
    throw new Error('Provide the connection to the app before its stores are used.')
  return connection.core
}
