import type { DesktopBridge } from '#shared/contract/desktop-bridge'
import type { DesktopWords } from '#shared/contract/desktop-words'
import { desktopWords } from '#shared/contract/desktop-words'
import { t } from './t'

const names = Object.keys(desktopWords) as (keyof DesktopWords)[]

/** Lets the desktop's menus and dialogs speak the language the page speaks. */
export function tellDesktop(desktop: Pick<DesktopBridge, 'say'> | undefined): void {
  desktop?.say?.(Object.fromEntries(names.map(name => [name, t(`desktop.${name}`)])) as DesktopWords)
}
