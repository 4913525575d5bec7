import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ModelDescriptionInvalid } from '#main/backbones/model-description-invalid'

/**
 * The names of a classifier's classes, in the order of its scores.
 * @param file a JSON list of `count` names
 * @throws MODEL_DESCRIPTION_INVALID
 */
export async function classNames(file: string, count: number): Promise<string[]> {
  let listed: unknown
  try {
    listed = JSON.parse(await readFile(file, 'utf8'))
  }
  catch (error) {
    throw new ModelDescriptionInvalid(file, error instanceof SyntaxError
      ? 'it is not JSON'
      : 'it cannot be read')
  }
  const names = z.array(z.string()).length(count).safeParse(listed)
  if (!names.success)
    throw new ModelDescriptionInvalid(file, `it is not a list of ${count} names`)
  return names.data
}
