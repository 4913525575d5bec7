import type { CommandDef } from 'citty'
import { doctor } from '#main/hosts/cli/commands/doctor'
import { experiment } from '#main/hosts/cli/commands/experiment'
import { exportLibrary } from '#main/hosts/cli/commands/export'
import { duplicates, outliers, similar } from '#main/hosts/cli/commands/find'
import { redo, undo } from '#main/hosts/cli/commands/history'
import { indexFolder } from '#main/hosts/cli/commands/index-folder'
import { label, unlabel } from '#main/hosts/cli/commands/label'
import { learn } from '#main/hosts/cli/commands/learn'
import { models } from '#main/hosts/cli/commands/models'
import { open, serve } from '#main/hosts/cli/commands/open'
import { project } from '#main/hosts/cli/commands/project'
import { quality } from '#main/hosts/cli/commands/quality'
import { simulate } from '#main/hosts/cli/commands/simulate'
import { status } from '#main/hosts/cli/commands/status'
import { suggest } from '#main/hosts/cli/commands/suggest'

/** Every command, in the order `silhouette --help` lists them. */
export const commands = {
  open,
  index: indexFolder,
  status,
  label,
  unlabel,
  undo,
  redo,
  learn,
  project,
  suggest,
  quality,
  similar,
  duplicates,
  outliers,
  export: exportLibrary,
  simulate,
  experiment,
  serve,
  models,
  doctor,
} as const satisfies Record<string, CommandDef<any>>
