import { desktopWords } from '#shared/contract/desktop-words'

/** What the desktop says in its menus and dialogs. */
export const desktop = desktopWords
