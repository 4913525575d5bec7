import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/** A Chromium to drive the page in, or undefined where this machine has none. `CHROMIUM` names another one. */
export function findBrowser(): string | undefined {
  return named('CHROMIUM') ?? onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
    ?? ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'].find(existsSync)
}

/** The folder of an Electron to drive the desktop in, as `SILHOUETTE_ELECTRON` names it. */
export function findElectronFolder(): string | undefined {
  const folder = process.env.SILHOUETTE_ELECTRON
  return folder && existsSync(join(folder, 'electron')) && statSync(folder).isDirectory()
    ? folder
    : undefined
}

/** The program that makes a screen where there is none, or undefined. */
export function findScreen(): string | undefined {
  return onPath('Xvfb')
}

/** What tests are left out for, in words. */
export function missingTools(): string[] {
  return [
    ...(findBrowser()
      ? []
      : ['Chromium (install it, or set CHROMIUM)']),
    ...(findScreen()
      ? []
      : ['Xvfb (package xvfb)']),
    ...(findElectronFolder()
      ? []
      : ['Electron (set SILHOUETTE_ELECTRON to its folder)']),
  ]
}

function named(variable: string): string | undefined {
  const file = process.env[variable]
  return file && existsSync(file)
    ? file
    : undefined
}

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync)
}
