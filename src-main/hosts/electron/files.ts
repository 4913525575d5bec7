import { join } from 'node:path'
import { projectRoot } from '#main/hosts/serving/project-paths'

/** The preload, as the build puts it beside the main process's file. */
export function preloadFile(): string {
  return join(projectRoot(), 'out', 'shell', 'preload.cjs')
}

/** The core's entry. */
export function coreFile(): string {
  return join(projectRoot(), 'out', 'main', 'core.js')
}

/** The picture in the window's frame and the task bar. */
export function iconFile(): string {
  return join(projectRoot(), 'resources', 'icon.png')
}
