import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '#shared/contract/desktop-bridge'
import type { DesktopWords } from '#shared/contract/desktop-words'
import type { RecentLibrary } from '#shared/contract/library'

export interface MenuOptions {
  platform: NodeJS.Platform
  words: DesktopWords
  /** Libraries opened before, the last one first. */
  recent: readonly RecentLibrary[]
  onAction: (action: MenuAction) => void
  onOpenLibrary: (library: RecentLibrary) => void
}

/** The menu bar. What the page does it only names; how, and by which keys, the page's own table of actions says. */
export function menuTemplate({ platform, words, recent, onAction, onOpenLibrary }: MenuOptions): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  // The page listens for these keys itself; the menu only shows them, else each would act twice.
  const page = (label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => onAction(action),
  })
  return [
    ...(mac
      ? [
          { role: 'appMenu' as const },
        ]
      : []),
    {
      label: words.file,
      submenu: [
        {
          label: words.openFolder,
          accelerator: 'CmdOrCtrl+O',
          click: () => onAction('open-folder'),
        },
        {
          label: words.openRecent,
          enabled: recent.length > 0,
          submenu: recent.map(library => ({
            label: escaped(library.name),
            sublabel: library.folder ?? library.file,
            click: () => onOpenLibrary(library),
          })),
        },
        { type: 'separator' },
        page(words.export, 'export'),
        { type: 'separator' },
        mac
          ? { role: 'close', label: words.close }
          : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        page(words.undo, 'undo', 'CmdOrCtrl+Z'),
        page(words.redo, 'redo', 'Shift+CmdOrCtrl+Z'),
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        page(words.learn, 'learn'),
        page(words.quality, 'quality'),
        { type: 'separator' },
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
        { role: 'reload', label: words.reload },
        { role: 'toggleDevTools', label: words.developerTools },
      ],
    },
    ...(mac
      ? [
          { role: 'windowMenu' as const },
        ]
      : []),
    {
      role: 'help',
      label: words.help,
      submenu: [
        page(words.keys, 'keys', '?'),
        ...(mac
          ? []
          : [
              { role: 'about' as const, label: words.about },
            ]),
      ],
    },
  ]
}

/** A menu takes & for the sign before the key letter; a folder's name may hold one. */
function escaped(name: string): string {
  return name.replaceAll('&', '&&')
}
