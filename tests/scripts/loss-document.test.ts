import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lossDocument, lossDocumentFile } from '../../scripts/loss-document.ts'

it('is up to date: run npm run docs after a change of the losses', () => {
  expect(readFileSync(lossDocumentFile, 'utf8')).toBe(lossDocument())
})
