import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { dialog, ipcMain } from 'electron'
import { channels } from '#main/hosts/electron/channels'
import { readFileQuestion } from '#main/hosts/electron/file-question'

/**
 * Answers the preload's questions, for the one window there is and only while that shows our page.
 * @param window the window now open
 * @param origin where our page comes from
 */
export function answerPage(window: () => BrowserWindow | undefined, origin: string): void {
  const asker = ({ senderFrame }: IpcMainInvokeEvent): BrowserWindow => {
    const asked = window()
    if (!asked || !senderFrame || senderFrame !== asked.webContents.mainFrame || !senderFrame.url.startsWith(`${origin}/`))
      throw new Error('Only the page of Silhouette may ask this.')
    return asked
  }

  ipcMain.handle(channels.chooseFolder, async (event) => {
    const { filePaths } = await dialog.showOpenDialog(asker(event), {
      title: 'Open a folder of photos',
      buttonLabel: 'Open',
      properties: ['openDirectory', 'createDirectory'],
    })
    return filePaths[0] ?? null
  })

  ipcMain.handle(channels.chooseFile, async (event, value: unknown) => {
    const parent = asker(event)
    const { title, ending, save } = readFileQuestion(value)
    const filters = [
      {
        name: ending.toUpperCase(),
        extensions: [ending],
      },
      {
        name: 'All files',
        extensions: ['*'],
      },
    ]
    if (save)
      return (await dialog.showSaveDialog(parent, { title, filters })).filePath || null
    const { filePaths } = await dialog.showOpenDialog(parent, {
      title,
      filters,
      properties: ['openFile'],
    })
    return filePaths[0] ?? null
  })
}
