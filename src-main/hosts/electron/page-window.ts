import { BrowserWindow, nativeTheme } from 'electron'

export interface PageWindowOptions {
  /** What it shows: the page's own address, or the one of a server. */
  address: string
  /** Left out where the page's core sees another disk: such a page gets nothing a browser would not give it. */
  preload?: string
  icon: string
  /** The page has loaded, for the first time or again. */
  onLoaded: (window: BrowserWindow) => void
  /** The address gave no page. */
  onFailed: (window: BrowserWindow, reason: string) => void
}

/** Opens the window. It shows one page, in a sandbox; it follows no way out of it and opens no other window. */
export function openPageWindow({ address, preload, icon, onLoaded, onFailed }: PageWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Silhouette',
    icon,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors
      ? '#161618'
      : '#f6f6f4',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  const contents = window.webContents
  const { origin, protocol } = new URL(address)
  const own = (url: string): boolean => protocol === 'silhouette:'
    ? url.startsWith(address)
    : new URL(url).origin === origin

  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const event of ['will-navigate', 'will-redirect'] as const) {
    contents.on(event as 'will-navigate', (navigation, url) => {
      if (!own(url))
        navigation.preventDefault()
    })
  }
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  contents.session.setPermissionCheckHandler(() => false)

  contents.on('did-finish-load', () => onLoaded(window))
  contents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    // −3 is a load that another one took the place of.
    if (isMainFrame && code !== -3) {
      window.show()
      onFailed(window, reason)
    }
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(address).catch(() => {})
  return window
}
