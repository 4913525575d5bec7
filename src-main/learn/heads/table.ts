import type { Head } from '#main/learn/heads/head'
import { linear } from '#main/learn/heads/linear'

/** Every head, by id. */
export const heads = { linear } as const satisfies Record<string, Head>
