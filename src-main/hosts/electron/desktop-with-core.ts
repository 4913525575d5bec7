import type { BrowserWindow } from 'electron'
import type { DesktopArguments } from '#main/hosts/electron/arguments'
import type { CoreMessage } from '#main/hosts/electron/core-message'
import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import type { DesktopWords } from '#shared/contract/desktop-words'
import type { RecentLibrary } from '#shared/contract/library'
import { resolve } from 'node:path'
import { app, dialog, Menu, protocol } from 'electron'
import { answerPage } from '#main/hosts/electron/answer-page'
import { channels } from '#main/hosts/electron/channels'
import { CoreProcess } from '#main/hosts/electron/core-process'
import { coreFile, iconFile, preloadFile } from '#main/hosts/electron/files'
import { menuTemplate } from '#main/hosts/electron/menu'
import { pageAddress, servePage } from '#main/hosts/electron/page-protocol'
import { openPageWindow } from '#main/hosts/electron/page-window'
import { assertPageBuilt } from '#main/hosts/serving/page-files'
import { pageFolder } from '#main/hosts/serving/project-paths'
import { desktopWords } from '#shared/contract/desktop-words'

/** The desktop with a core of its own: one window, one core, one copy of the program at a time. */
export function startWithCore({ folder, library, home }: DesktopArguments): void {
  const opened = { folder: folder && resolve(folder), library: library && resolve(library) }
  // A second copy hands over what it was asked for and ends.
  if (!app.requestSingleInstanceLock(opened)) {
    app.quit()
    return
  }
  void app.whenReady().then(() => run(opened, home)).catch((error: unknown) => {
    dialog.showErrorBox('Silhouette could not start', error instanceof Error
      ? error.message
      : String(error))
    app.exit(1)
  })
}

function run(asked: OpenedLibrary, home: string | undefined): void {
  assertPageBuilt(pageFolder())
  servePage(protocol, pageFolder())
  let window: BrowserWindow | undefined
  let closed = false
  let recent: readonly RecentLibrary[] = []
  let words: DesktopWords = desktopWords

  const core = new CoreProcess({
    entry: coreFile(),
    home,
    opened: asked,
    onMessage: hear,
    onReplaced: () => window && handPort(window),
    onGivenUp: () => void offerAnotherStart(),
  })

  function hear(message: CoreMessage): void {
    if (message.kind === 'library') {
      recent = message.recent
      showMenu()
    }
    else if (message.kind === 'failed' || message.kind === 'not-opened') {
      void dialog.showMessageBox({ type: 'error', message: message.report.message, detail: message.report.code })
    }
  }

  function showMenu(): void {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({
      platform: process.platform,
      words,
      recent,
      onAction: action => window?.webContents.send(channels.menu, action),
      onOpenLibrary: ({ folder, file }) => core.open({ folder: folder ?? undefined, library: file }),
    })))
  }

  function handPort(to: BrowserWindow): void {
    to.webContents.postMessage(channels.corePort, null, [
      core.port(),
    ])
  }

  function openWindow(): void {
    window = openPageWindow({
      address: pageAddress,
      preload: preloadFile(),
      icon: iconFile(),
      onLoaded: handPort,
      onFailed: (_window, reason) => dialog.showErrorBox('Silhouette\'s page could not be shown', reason),
    })
    window.on('closed', () => {
      window = undefined
    })
  }

  async function offerAnotherStart(): Promise<void> {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: 'Silhouette\'s core stopped five times within a minute.',
      detail: 'Nothing finished is lost. It may be short of memory: close other programs, then try again.',
      buttons: ['Try Again', 'Quit'],
    })
    if (response === 0)
      core.retry()
    else
      app.quit()
  }

  app.on('second-instance', (_event, _argv, _folder, again) => {
    const { folder, library } = again as OpenedLibrary
    if (folder !== undefined || library !== undefined)
      core.open({ folder, library })
    window?.restore()
    window?.focus()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    core.open({ folder: path })
  })
  app.on('activate', () => window ?? openWindow())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin')
      app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed)
      return
    event.preventDefault()
    closed = true
    void core.close().finally(() => app.quit())
  })

  answerPage(() => window, pageAddress.slice(0, -1), (said) => {
    words = said
    showMenu()
  })
  showMenu()
  openWindow()
}
