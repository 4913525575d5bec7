import Sqlite from 'better-sqlite3'
import { openLibraryFile } from '#main/store/open-library-file'

/**
 * Copies a library as it was before anything was labelled: its photos, the vectors and maps that no run made, of which
 * the last is shown, and none of what the user said or the runs learned. The library itself is only read.
 */
export async function copyWithoutLabels(file: string, to: string): Promise<void> {
  const from = openLibraryFile(file)
  try {
    await from.backup(to)
  }
  finally {
    from.close()
  }
  const copy = new Sqlite(to)
  copy.pragma('foreign_keys = ON')
  copy.exec(`
    DELETE FROM run;
    DELETE FROM assignment_page;
    DELETE FROM label;
    DELETE FROM suggestion;
    DELETE FROM action;
    DELETE FROM setting WHERE key = 'projection';
    INSERT INTO setting (key, value) SELECT 'projection', max(id) FROM projection HAVING max(id) IS NOT NULL;
  `)
  copy.close()
}
