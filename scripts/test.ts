import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { missingTools } from '../tests/e2e/tools.ts'

/**
 * Builds what the tests need, runs them all (or those named), and ends with two plain lines: what was left out and
 * why, and how many passed, failed and were skipped.
 */
interface Report {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string }[]
  }[]
}

const root = dirname(import.meta.dirname)
const folder = mkdtempSync(join(tmpdir(), 'silhouette-tests-'))
const reportFile = join(folder, 'report.json')

const built = spawnSync(process.execPath, [
  join(root, 'scripts', 'build-page.ts'),
], { stdio: 'inherit' })
if (built.status !== 0)
  process.exit(1)

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)
const report = readReport()
rmSync(folder, { recursive: true, force: true })
if (report)
  sum(report)
else
  console.log('The tests did not come to an end; see above.')
process.exit(status === 0 && report?.success
  ? 0
  : 1)

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'))
  }
  catch {
    return null
  }
}

function sum(done: Report): void {
  const skipped = done.numPendingTests + done.numTodoTests
  const files = done.testResults
    .filter(({ assertionResults }) => assertionResults.some(({ status }) => status !== 'passed' && status !== 'failed'))
    .map(({ name }) => relative(root, name))
  if (skipped > 0) {
    const missing = missingTools()
    console.log(`Left out ${skipped} in ${files.join(', ')}${missing.length > 0
      ? `: this machine has no ${missing.join(', no ')}`
      : ''}.`)
  }
  // A file that fails as a whole, at an import say, has no test in it that could be counted.
  const broken = done.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(test => test.status === 'failed')).length
  console.log(`${done.numPassedTests} passed, ${done.numFailedTests + broken} failed, ${skipped} skipped`)
}
