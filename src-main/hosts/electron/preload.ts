import type { DesktopBridge } from '#shared/contract/desktop-bridge'
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channels } from '#main/hosts/electron/channels'
import { corePortMessage } from '#shared/contract/desktop-bridge'

/**
 * Runs before the page, in a sandbox and a world of its own. It gives the page a handful of functions and hands the
 * core's port through; it never gives it Electron.
 */
const bridge: DesktopBridge = {
  core: location.protocol === 'silhouette:'
    ? 'port'
    : 'address',
  platform: process.platform,
  chooseFolder: () => ipcRenderer.invoke(channels.chooseFolder),
  chooseFile: ({ title, ending, save }) => ipcRenderer.invoke(channels.chooseFile, { title, ending, save }),
  say: words => void ipcRenderer.invoke(channels.words, { ...words }),
  // Before Electron 32 a file itself said where it lies.
  pathOf: file => webUtils?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? '',
  onMenu: (listener) => {
    ipcRenderer.on(channels.menu, (_event, action) => listener(action))
  },
}

contextBridge.exposeInMainWorld('silhouetteDesktop', bridge)

ipcRenderer.on(channels.corePort, (event) => {
  window.postMessage(corePortMessage, location.origin, [...event.ports])
})
