/** A path for a new file or folder in `home`, named after the library; `ending` without a dot, null for a folder. */
export function defaultTarget(home: string, name: string, ending: string | null): string {
  const between = home.includes('\\') && !home.includes('/')
    ? '\\'
    : '/'
  const safe = name.replace(/[/\\:*?"<>|]/g, '-').trim() || 'photos'
  return `${home.endsWith(between)
    ? home
    : home + between}${safe}${ending === null
    ? ''
    : `.${ending.replace(/^\./, '')}`}`
}
