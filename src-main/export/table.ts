import type { Exporter } from '#main/export/exporter'
import { csv } from '#main/export/csv'
import { folders, linkedFolders } from '#main/export/folders'
import { json } from '#main/export/json'
import { onnx } from '#main/export/onnx'
import { vectors } from '#main/export/vectors'

/** Every way out, by its id on the command line. */
export const exporters = {
  csv,
  json,
  vectors,
  folders,
  'linked-folders': linkedFolders,
  onnx,
} as const satisfies Record<string, Exporter>
