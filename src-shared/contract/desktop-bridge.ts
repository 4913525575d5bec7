import type { DesktopWords } from '#shared/contract/desktop-words'

/** What the desktop's menu asks the page to do. The page's action of the same id answers. */
export type MenuAction
  = | 'open-folder'
    | 'export'
    | 'undo'
    | 'redo'
    | 'learn'
    | 'quality'
    | 'keys'

/** What a dialog for a file is about. */
export interface FileQuestion {
  title: string
  /** The file's ending without a dot, such as `csv`. */
  ending: string
  /** True: a file to be written; false: one to be read. */
  save: boolean
}

/**
 * What the desktop offers the page beyond the contract: `window.silhouetteDesktop`. It is there only where the page
 * and the core see the same disk, so every path it gives means something to the core.
 */
export interface DesktopBridge {
  /** `port`: the core is handed over as a message `silhouette:core-port`; `address`: it answers where the page came from. */
  core: 'port' | 'address'
  /** `darwin`, `linux` or `win32`. */
  platform: string
  /** Lets the user choose a folder. @returns null when the user thought better of it */
  chooseFolder: () => Promise<string | null>
  /** Lets the user choose a file to read or to write. @returns null when the user thought better of it */
  chooseFile: (question: FileQuestion) => Promise<string | null>
  /** Lets menus and dialogs speak the page's language; a desktop older than its page may lack it. */
  say?: (words: DesktopWords) => void
  /** The path of a file or folder that was dropped on the page; empty where it has none. */
  pathOf: (file: File) => string
  /** Calls the listener with every choice in the menu that is the page's to carry out. */
  onMenu: (listener: (action: MenuAction) => void) => void
}

/** The message that hands the page a port to the core: `event.data` is this and `event.ports[0]` is the port. */
export const corePortMessage = 'silhouette:core-port'
