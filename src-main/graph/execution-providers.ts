/** A provider that was asked for and could not be used, and why. */
export interface RefusedProvider {
  provider: string
  reason: string
}

/**
 * The execution providers worth trying on a platform, the fastest first, ending with the CPU. Those the installed
 * ONNX Runtime was not built with are left out by `openSession`, with that as the reason.
 */
export function executionProvidersFor(platform: NodeJS.Platform): string[] {
  switch (platform) {
    case 'darwin': return ['coreml', 'cpu']
    case 'win32': return ['cuda', 'dml', 'cpu']
    case 'linux': return ['cuda', 'cpu']
    default: return ['cpu']
  }
}
