import { describe, expect, it } from 'vitest'
import { readFileQuestion } from '#main/hosts/electron/file-question'

describe('readFileQuestion', () => {
  const question = { title: 'Export as CSV', ending: 'csv', save: true }

  it('keeps what a dialog may be given and nothing more', () => {
    expect(readFileQuestion({
      ...question,
      properties: ['showHiddenFiles'],
      defaultPath: '/etc',
    })).toEqual(question)
  })

  it.each([
    null,
    'csv',
    {},
    { ...question, title: '' },
    {
      ...question,
      title: 'x'.repeat(201),
    },
    { ...question, ending: '../x' },
    { ...question, ending: '' },
    { ...question, ending: '*' },
    { ...question, save: 'yes' },
  ])('refuses %j', (value) => {
    expect(() => readFileQuestion(value)).toThrow(TypeError)
  })
})
