import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from '#shared/contract/desktop-bridge'
import type { RecentLibrary } from '#shared/contract/library'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '#main/hosts/electron/menu'
import { desktopWords } from '#shared/contract/desktop-words'

const holiday: RecentLibrary = {
  file: '/home/l/holiday.silhouette',
  folder: '/photos/sun & sea',
  name: 'sun & sea',
  photos: 12,
  openedAt: 0,
}

function flat(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap(item => [
    item,
    ...(Array.isArray(item.submenu)
      ? flat(item.submenu)
      : []),
  ])
}

function click(item: MenuItemConstructorOptions | undefined): void {
  (item?.click as () => void)()
}

describe.each(['linux', 'darwin', 'win32'] as const)('menuTemplate on %s', (platform) => {
  const actions: MenuAction[] = []
  const opened: RecentLibrary[] = []
  const template = menuTemplate({
    platform,
    words: desktopWords,
    recent: [holiday],
    onAction: action => actions.push(action),
    onOpenLibrary: library => opened.push(library),
  })
  const items = flat(template)

  it('has the menus of every desktop program', () => {
    const names = template.map(({ label, role }) => label ?? role)
    expect(names.filter(name => name !== 'appMenu' && name !== 'windowMenu')).toEqual(['&File', '&Edit', '&View', '&Help'])
    expect(names.includes('appMenu')).toBe(platform === 'darwin')
  })

  it('asks the page for what is the page\'s', () => {
    for (const label of [
      'Open Folder…',
      'Export…',
      'Undo',
      'Redo',
      'Learn',
      'Quality',
      'Keys',
    ])
      click(items.find(item => item.label === label))
    expect(actions).toEqual([
      'open-folder',
      'export',
      'undo',
      'redo',
      'learn',
      'quality',
      'keys',
    ])
  })

  it('opens a library again', () => {
    const item = items.find(({ label }) => label === 'sun && sea')
    expect(item?.sublabel).toBe('/photos/sun & sea')
    click(item)
    expect(opened).toEqual([holiday])
  })

  it('leaves the keys the page listens for to the page', () => {
    for (const { accelerator, registerAccelerator, label } of items.filter(item => item.accelerator)) {
      if (label !== 'Open Folder…')
        expect(registerAccelerator, `${label} ${accelerator}`).toBe(false)
    }
  })
})

it('offers no recent libraries where there are none', () => {
  const items = flat(menuTemplate({
    platform: 'linux',
    words: { ...desktopWords, openRecent: 'Zuletzt geöffnet' },
    recent: [],
    onAction: () => {},
    onOpenLibrary: () => {},
  }))
  expect(items.find(({ label }) => label === 'Zuletzt geöffnet')?.enabled).toBe(false)
})
