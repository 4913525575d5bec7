import type { Migration } from '#main/store/migrations/migration'

export const firstLibrary: Migration = {
  version: 1,
  sql: `
    CREATE TABLE setting (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A photo keeps its id for life: through a move, a change of its content, and while its file is missing.
    CREATE TABLE photo (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      path TEXT NOT NULL,
      hash TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      modified_ms REAL NOT NULL,
      width INTEGER NOT NULL DEFAULT 0,
      height INTEGER NOT NULL DEFAULT 0,
      version INTEGER NOT NULL DEFAULT 1,
      missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)),
      metadata TEXT NOT NULL DEFAULT '{}'
    ) STRICT;
    CREATE UNIQUE INDEX photo_path ON photo (path) WHERE missing = 0;
    CREATE INDEX photo_hash ON photo (hash);

    CREATE TABLE failure (
      photo_id INTEGER PRIMARY KEY NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
      code TEXT NOT NULL,
      message TEXT NOT NULL
    ) STRICT;

    -- Photos being read right now. Rows that outlive their process name the photos that may have killed it.
    CREATE TABLE in_flight (
      photo_id INTEGER PRIMARY KEY NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
      attempts INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      backbone TEXT NOT NULL,
      tap TEXT NOT NULL,
      loss TEXT NOT NULL,
      depth TEXT NOT NULL,
      dimensions INTEGER NOT NULL,
      seed INTEGER NOT NULL,
      photos INTEGER NOT NULL,
      labels INTEGER NOT NULL,
      started_ms REAL NOT NULL,
      seconds REAL NOT NULL,
      before_silhouette REAL NOT NULL,
      before_accuracy REAL NOT NULL,
      after_silhouette REAL NOT NULL,
      after_accuracy REAL NOT NULL,
      kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
      verdict TEXT NOT NULL,
      curve TEXT NOT NULL,
      head BLOB NOT NULL
    ) STRICT;

    CREATE TABLE space (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      backbone TEXT NOT NULL,
      tap TEXT NOT NULL,
      run_id INTEGER REFERENCES run (id) ON DELETE CASCADE,
      dimensions INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX space_of_tap ON space (backbone, tap) WHERE run_id IS NULL;
    CREATE UNIQUE INDEX space_of_run ON space (run_id) WHERE run_id IS NOT NULL;

    -- One vector of float32, little-endian, for each photo of a space.
    CREATE TABLE vector (
      id INTEGER PRIMARY KEY NOT NULL,
      space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
      elements BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX vector_of_photo ON vector (space_id, photo_id);
    CREATE INDEX vector_photo ON vector (photo_id);

    -- The classes a backbone's own classifier finds most likely: uint16 indices and float32 scores, best first.
    CREATE TABLE class_score (
      photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
      backbone TEXT NOT NULL,
      classes BLOB NOT NULL,
      scores BLOB NOT NULL,
      PRIMARY KEY (photo_id, backbone)
    ) STRICT, WITHOUT ROWID;

    -- photos: uint32 ids, rising; xy: float32 pairs in the same order.
    CREATE TABLE projection (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      method TEXT NOT NULL,
      seed INTEGER NOT NULL,
      created_ms REAL NOT NULL,
      trustworthiness REAL,
      photos BLOB NOT NULL,
      xy BLOB NOT NULL
    ) STRICT;
    CREATE INDEX projection_space ON projection (space_id);

    CREATE TABLE label (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      name TEXT NOT NULL COLLATE NOCASE UNIQUE,
      colour TEXT NOT NULL
    ) STRICT;

    CREATE TABLE assignment (
      photo_id INTEGER PRIMARY KEY NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
      label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX assignment_label ON assignment (label_id);

    -- The suggestions of one space, made anew as a whole: uint32 photos, uint32 labels, float32 confidences.
    CREATE TABLE suggestion (
      space_id INTEGER PRIMARY KEY NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      photos BLOB NOT NULL,
      labels BLOB NOT NULL,
      confidences BLOB NOT NULL
    ) STRICT;

    CREATE TABLE refusal (
      photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
      label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
      PRIMARY KEY (photo_id, label_id)
    ) STRICT, WITHOUT ROWID;

    -- The history of everything that can be undone. changes: what it did to rows, as JSON; the three arrays
    -- (uint32): what it did to the assignments of many photos at once, 0 for no label.
    CREATE TABLE action (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      at_ms REAL NOT NULL,
      effort INTEGER NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
      changes TEXT NOT NULL,
      photos BLOB NOT NULL,
      labels_before BLOB NOT NULL,
      labels_after BLOB NOT NULL
    ) STRICT;
  `,
}
