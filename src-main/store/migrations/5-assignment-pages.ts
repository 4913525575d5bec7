import type { Migration } from '#main/store/migrations/migration'

/** Labels of photos are kept a thousand to a row: an act on all photos of a large library wrote a hundred thousand rows. */
export const assignmentPages: Migration = {
  version: 5,
  sql: `
    -- uint32 label ids of the photos 1024·page to 1024·page + 1023, 0 for none.
    CREATE TABLE assignment_page (
      page INTEGER PRIMARY KEY NOT NULL,
      labels BLOB NOT NULL CHECK (length(labels) = 4096)
    ) STRICT;

    INSERT INTO assignment_page (page, labels)
    WITH RECURSIVE
      place (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM place WHERE at < 1023),
      used (page) AS (SELECT DISTINCT photo_id >> 10 FROM assignment),
      given (page, at, label) AS (
        SELECT page, at, coalesce(label_id, 0) FROM used CROSS JOIN place LEFT JOIN assignment ON photo_id = (page << 10) + at
      )
    SELECT page, unhex(group_concat(printf('%02x%02x%02x%02x', label & 255, label >> 8 & 255, label >> 16 & 255, label >> 24 & 255), '' ORDER BY at))
    FROM given GROUP BY page;

    DROP TABLE assignment;

    CREATE INDEX photo_missing ON photo (id) WHERE missing = 1;
  `,
}
