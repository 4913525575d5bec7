import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '#shared/contract/desktop-bridge'
import type { RecentLibrary } from '#shared/contract/library'

export interface MenuOptions {
  platform: NodeJS.Platform
  /** Libraries opened before, the last one first. */
  recent: readonly RecentLibrary[]
  onAction: (action: MenuAction) => void
  onOpenLibrary: (library: RecentLibrary) => void
}

/** The menu bar. What the page does it only names; how, and by which keys, the page's own table of actions says. */
export function menuTemplate({ platform, recent, onAction, onOpenLibrary }: MenuOptions): MenuItemConstructorOptions[] {
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
      label: '&File',
      submenu: [
        {
          label: 'Open Folder…',
          accelerator: 'CmdOrCtrl+O',
          click: () => onAction('open-folder'),
        },
        {
          label: 'Open Recent',
          enabled: recent.length > 0,
          submenu: recent.map(library => ({
            label: escaped(library.name),
            sublabel: library.folder ?? library.file,
            click: () => onOpenLibrary(library),
          })),
        },
        { type: 'separator' },
        page('Export…', 'export'),
        { type: 'separator' },
        {
          role: mac
            ? 'close'
            : 'quit',
        },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        page('Undo', 'undo', 'CmdOrCtrl+Z'),
        page('Redo', 'redo', 'Shift+CmdOrCtrl+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        page('Learn', 'learn'),
        page('Quality', 'quality'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'reload' },
        { role: 'toggleDevTools' },
      ],
    },
    ...(mac
      ? [
          { role: 'windowMenu' as const },
        ]
      : []),
    {
      role: 'help',
      submenu: [
        page('Keys', 'keys', '?'),
        ...(mac
          ? []
          : [
              { role: 'about' as const },
            ]),
      ],
    },
  ]
}

/** A menu takes & for the sign before the key letter; a folder's name may hold one. */
function escaped(name: string): string {
  return name.replaceAll('&', '&&')
}
