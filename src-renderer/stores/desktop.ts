import type { DesktopBridge } from '#shared/contract/desktop-bridge'

/** What the desktop window offers a page; undefined in a browser. */
export function desktop(): DesktopBridge | undefined {
  return (globalThis as { silhouetteDesktop?: DesktopBridge }).silhouetteDesktop
}

/** Whether the keyboard is a Mac's. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
