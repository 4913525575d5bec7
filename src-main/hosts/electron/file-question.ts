import type { FileQuestion } from '#shared/contract/desktop-bridge'

/**
 * Takes what a page asked for apart and puts only what a dialog may be given together again.
 * @throws TypeError where it is not a question for a file
 */
export function readFileQuestion(value: unknown): FileQuestion {
  if (typeof value !== 'object' || value === null)
    throw new TypeError('A question for a file is an object.')
  const { title, ending, save } = value as Record<string, unknown>
  if (typeof title !== 'string' || title.length === 0 || title.length > 200)
    throw new TypeError('The title of a dialog is a text of at most 200 characters.')
  if (typeof ending !== 'string' || !/^[a-z0-9]{1,20}$/i.test(ending))
    throw new TypeError('The ending of a file is made of letters and digits.')
  if (typeof save !== 'boolean')
    throw new TypeError('Whether a file is to be written is true or false.')
  return { title, ending, save }
}
