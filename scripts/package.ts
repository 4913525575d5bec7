import type { Configuration } from 'electron-builder'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { build } from 'electron-builder'

/**
 * Builds the application and makes this system's installers in `dist`.
 *
 * - `--dir`: only the folder an installer would lay down.
 * - `--electron DIR`: packs the Electron in that folder in place of the one electron-builder fetches.
 */
const root = dirname(import.meta.dirname)
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean' },
    electron: { type: 'string' },
  },
})

const built = spawnSync(process.execPath, [
  join(root, 'scripts', 'build-page.ts'),
], { stdio: 'inherit' })
if (built.status !== 0)
  process.exit(1)

const repository = process.env.GITHUB_REPOSITORY
const config: Configuration = {
  extends: join(root, 'electron-builder.yml'),
  ...values.electron === undefined
    ? {}
    : distribution(resolve(process.env.INIT_CWD ?? root, values.electron)),
  ...repository
    ? {
        extraMetadata: { homepage: `${process.env.GITHUB_SERVER_URL}/${repository}` },
      }
    : {},
}
await build({
  projectDir: root,
  dir: values.dir,
  publish: 'never',
  config,
  [process.arch]: true,
})

/** How electron-builder is told to take a folder's Electron, and of which version that is. */
function distribution(folder: string): Pick<Configuration, 'electronDist' | 'electronVersion'> {
  const executable = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'].map(name => join(folder, name)).find(existsSync)
  if (!executable) {
    process.stderr.write(`error ELECTRON_NOT_FOUND: there is no Electron in ${folder}. Give the folder that holds its executable.\n`)
    process.exit(2)
  }
  return {
    electronDist: folder,
    electronVersion: versionOf(folder, executable),
  }
}

function versionOf(folder: string, executable: string): string {
  const file = join(folder, 'version')
  if (existsSync(file))
    return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  // A distribution without that file is asked itself.
  return execFileSync(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim()
}
