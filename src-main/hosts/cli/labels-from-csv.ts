import { UsageError } from '#main/hosts/cli/usage-error'

/** Labels by path from a table whose first line names its columns, `path` and `label` among them. Rows without a label are passed over. @throws USAGE */
export function labelsFromCsv(text: string, file: string): { path: string, label: string }[] {
  const [header = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ''))
  const path = header.indexOf('path')
  const label = header.indexOf('label')
  if (path < 0 || label < 0)
    throw new UsageError(`${file} needs the columns path and label in its first line.`, 'label')
  const given = rows
    .map(row => ({
      path: row[path] ?? '',
      label: (row[label] ?? '').trim(),
    }))
    .filter(row => row.path !== '' && row.label !== '')
  if (given.length === 0)
    throw new UsageError(`${file} gives no photo a label.`, 'label')
  return given
}

/** The fields of each row (RFC 4180): quoted where they hold commas, quotes or line ends. Any other quote stands for itself. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',')
      continue
    if (row.length > 1 || row[0] !== '')
      rows.push(row)
    row = []
  }
  return rows
}
