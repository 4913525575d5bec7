import { afterEach, expect, it } from 'vitest'
import { fileSize } from '../../../src-renderer/words/file-size'
import { numberWords } from '../../../src-renderer/words/number-words'
import { signed } from '../../../src-renderer/words/percent'
import { speak } from '../../../src-renderer/words/speech'

afterEach(() => speak('en'))

it('writes numbers as the language does', () => {
  expect([numberWords(1204), numberWords(0.5, 2), fileSize(3_400_000), signed(-0.071)]).toEqual(['1,204', '0.50', '3.4 MB', '−0.07'])
  speak('de')
  expect([numberWords(1204), numberWords(0.5, 2), fileSize(3_400_000), signed(-0.071)]).toEqual(['1.204', '0,50', '3,4 MB', '−0,07'])
  expect(signed(-0.001)).toBe('0,00')
})
