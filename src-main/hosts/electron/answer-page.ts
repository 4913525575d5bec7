import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import type { DesktopWords } from '#shared/contract/desktop-words'
import { dialog, ipcMain } from 'electron'
import { channels } from '#main/hosts/electron/channels'
import { readFileQuestion } from '#main/hosts/electron/file-question'
import { readDesktopWords } from '#main/hosts/electron/read-desktop-words'
import { desktopWords } from '#shared/contract/desktop-words'

/**
 * Answers the preload's questions, for the one window there is and only while that shows our page.
 * @param window the window now open
 * @param origin where our page comes from
 * @param onWords what the page wants menus to say from now on
 */
export function answerPage(window: () => BrowserWindow | undefined, origin: string, onWords: (words: DesktopWords) => void): void {
  let words: DesktopWords = desktopWords
  const asker = ({ senderFrame }: IpcMainInvokeEvent): BrowserWindow => {
    const asked = window()
    if (!asked || !senderFrame || senderFrame !== asked.webContents.mainFrame || !senderFrame.url.startsWith(`${origin}/`))
      throw new Error('Only the page of Silhouette may ask this.')
    return asked
  }

  ipcMain.handle(channels.words, (event, value: unknown) => {
    asker(event)
    words = readDesktopWords(value)
    onWords(words)
  })

  ipcMain.handle(channels.chooseFolder, async (event) => {
    const { filePaths } = await dialog.showOpenDialog(asker(event), {
      title: words.chooseFolder,
      buttonLabel: words.open,
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
        name: words.allFiles,
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
