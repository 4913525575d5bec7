import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageFolder, projectRoot } from '#main/hosts/serving/project-paths'

it('finds the folder of package.json from the sources', () => {
  expect(existsSync(join(projectRoot(), 'package.json'))).toBe(true)
  expect(pageFolder()).toBe(join(projectRoot(), 'out', 'renderer'))
})
