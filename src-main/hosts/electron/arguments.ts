import { parseArgs } from 'node:util'
import { isLoopback } from '#main/hosts/serving/loopback'

/** What the desktop was asked for. */
export interface DesktopArguments {
  /** The folder of photos to open. */
  folder?: string
  /** The library's own file. */
  library?: string
  /** The data folder; left out: the usual one. */
  home?: string
  /** Shows a core that answers at this address instead of starting one. */
  connect?: string
}

/**
 * Reads the desktop's command line; switches that are Chromium's are let pass.
 * @param words the words after the program's own name
 * @param namesApp whether the first of them that is no switch names the application, as it does in a checkout
 */
export function readArguments(words: readonly string[], namesApp = false): DesktopArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    options: {
      library: { type: 'string' },
      home: { type: 'string' },
      connect: { type: 'string' },
    },
  })
  const given = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' && value !== ''
      ? value
      : undefined
  return {
    folder: positionals[namesApp
      ? 1
      : 0],
    library: given(values.library as string | boolean | undefined),
    home: given(values.home as string | boolean | undefined),
    connect: given(values.connect as string | boolean | undefined),
  }
}

/**
 * Whether the desktop may show what answers at an address: this machine by HTTP, another only where the way there
 * is encrypted.
 */
export function isConnectable(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address)
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))
  }
  catch {
    return false
  }
}
