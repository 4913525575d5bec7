import type { BrowserWindow } from 'electron'
import type { MenuAction } from '#shared/contract/desktop-bridge'
import type { DesktopWords } from '#shared/contract/desktop-words'
import { app, dialog, Menu } from 'electron'
import { answerPage } from '#main/hosts/electron/answer-page'
import { channels } from '#main/hosts/electron/channels'
import { iconFile, preloadFile } from '#main/hosts/electron/files'
import { menuTemplate } from '#main/hosts/electron/menu'
import { openPageWindow } from '#main/hosts/electron/page-window'
import { isLoopback } from '#main/hosts/serving/loopback'
import { desktopWords } from '#shared/contract/desktop-words'

/** The desktop as a window on a core that `silhouette serve` runs, here or on another machine. */
export function connectTo(address: string): void {
  const { origin, hostname } = new URL(address)
  let window: BrowserWindow | undefined

  const open = (): void => {
    window = openPageWindow({
      address: window
        ? origin
        : address,
      preload: isLoopback(hostname.replace(/^\[|\]$/g, ''))
        ? preloadFile()
        : undefined,
      icon: iconFile(),
      onLoaded: () => {},
      onFailed: (failed, reason) => void offerAgain(failed, origin, reason),
    })
  }

  const showMenu = (words: DesktopWords): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({
    platform: process.platform,
    words,
    recent: [],
    onAction: (action: MenuAction) => window?.webContents.send(channels.menu, action),
    onOpenLibrary: () => {},
  })))

  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    answerPage(() => window, origin, showMenu)
    showMenu(desktopWords)
    open()
  })
}

async function offerAgain(window: BrowserWindow, origin: string, reason: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `Nothing answers at ${origin}.`,
    detail: `Is "silhouette serve" still running there? (${reason})`,
    buttons: ['Try Again', 'Quit'],
  })
  if (response === 0)
    void window.loadURL(origin).catch(() => {})
  else
    app.quit()
}
