import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

/**
 * Builds `out/` when it is missing or older than what it is made of, and does nothing else; with `--watch`, goes on
 * building at every change. It keeps stdout free for the command that comes after it.
 */
const root = dirname(import.meta.dirname)
const stamp = join(root, 'out', 'built')
const sources = [
  'src-main',
  'src-shared',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

const watch = process.argv.includes('--watch')
if (watch || newestOf(sources.map(source => join(root, source))) > timeOf(stamp))
  build()

function build(): void {
  const startedAt = new Date()
  process.stderr.write('Building the page…\n')
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    builder,
    'build',
    ...(watch
      ? ['--watch']
      : []),
  ], {
    cwd: root,
    encoding: 'utf8',
    stdio: watch
      ? 'inherit'
      : 'pipe',
  })
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}error PAGE_NOT_BUILT: the build failed for the reason above. Run "npm ci" if packages are missing, then start again.\n`)
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
  // A source saved while the build ran is newer than this, so that it is built the next time.
  utimesSync(stamp, startedAt, startedAt)
}

/** The newest change below some paths, ms; a folder's own time tells of what was removed from it. */
function newestOf(paths: string[]): number {
  let newest = 0
  for (const path of paths) {
    const { mtimeMs } = statSync(path)
    newest = Math.max(newest, mtimeMs)
    for (const entry of isFolder(path)
      ? readdirSync(path, { withFileTypes: true, recursive: true })
      : [])
      newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs)
  }
  return newest
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}
