import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { losses } from '#main/learn/losses/table'
import { optimizers } from '#main/learn/optimizers/table'
import { schedules } from '#main/learn/schedules/table'

/** Where the page about the losses lies. */
export const lossDocumentFile = join(import.meta.dirname, '../docs/losses.md')

/** The page about the losses, written from their table. */
export function lossDocument(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  return `# Losses

Written by \`npm run docs\` from \`src-main/learn/losses/table.ts\`; a test fails while it is not up to date. Any of them, or a
weighted sum such as \`silhouette+0.5*supcon\`, can be given to \`learn --loss\`.

| id | what it does | formula | source |
| --- | --- | --- | --- |
${Object.values(losses).map(({ id, sentence, formula, source }) => `| \`${id}\` | ${cell(sentence)} | ${cell(formula)} | ${cell(source)} |`).join('\n')}

## Without labels

${Object.values(losses).filter(loss => 'withoutLabels' in loss).map(({ id }) => `\`${id}\``).join(' and ')} make their own targets from the embedding and need no label; neither can be part of a sum.
\`learn --clusters N\` says how many clusters they look for. All others need two labels with two photos each, or \`learn\`
refuses with \`NOT_ENOUGH_LABELS\`. [learning.md](learning.md) tells how they are trained and measured.

## How the steps are made

\`learn --optimizer\` and \`--schedule\` choose among these. Gradients longer than 5, all weights together, are scaled down to
that before every step. Training stops early: \`learn\` where held-out labels have not gained for two rounds of ten steps
(\`early-stopping.ts\`), \`experiment\` where the loss has not.

| id | what it is | source |
| --- | --- | --- |
${Object.values(optimizers).map(({ id, title, source }) => `| \`--optimizer ${id}\` | ${title} | ${cell(source)} |`).join('\n')}
${Object.values(schedules).map(({ id, title, source }) => `| \`--schedule ${id}\` | ${title} | ${cell(source)} |`).join('\n')}

## How to add one

A loss is a file, a line, and three ways to say it again for the tests. \`calinski-harabasz\` is the smallest there is, and
this is all of it. What follows is read from the sources when this page is written.

\`src-main/learn/losses/calinski-harabasz.ts\` says what it is, and builds its formula of operations on two values: the
embedding [N, D], and the classes [N, K] as ones and zeros. It knows nothing of gradients: \`graph/gradient.ts\` makes them.

\`\`\`ts
${file('src-main/learn/losses/calinski-harabasz.ts').trim()}
\`\`\`

\`src-main/learn/losses/table.ts\` has its line, and from there it is in \`learn --loss\`, in weighted sums, in the list that
the page can ask for, in \`experiment --losses\`, and in the table above:

\`\`\`ts
${part('src-main/learn/losses/table.ts', '  \'calinski-harabasz\': ', '\n')}
\`\`\`

\`tests/laws/scalar-losses.ts\` has it again, row by row in plain numbers. The compiler asks for it, and
\`tests/laws/losses.test.ts\` holds values against it, and gradients against its central differences:

\`\`\`ts
${part('tests/laws/scalar-losses.ts', '  \'calinski-harabasz\': ', '\n  },')}
\`\`\`

\`tests/laws/loss-laws.ts\` states what may be done to an embedding without changing it (here translation, rotation and
scale); that it holds, or does not, is tested:

\`\`\`ts
${part('tests/laws/loss-laws.ts', '  \'calinski-harabasz\': ', '\n')}
\`\`\`

And \`tests/reference/learning.py\` has it in PyTorch, whose value and gradient are kept in \`learning.json\`;
\`library_losses.py\` adds what pytorch-metric-learning or scikit-learn have of it:

\`\`\`py
${part('tests/reference/learning.py', 'def calinski_harabasz(z):', '\n\n\n')}
\`\`\`

A loss that trains weights of its own beside the head, as \`cross-entropy\` does, says where they start (\`weights\`); one that
must not meet large batches says so (\`mostRows\`); one that needs no labels says what it aims at instead (\`withoutLabels\`).
`
}

function file(path: string): string {
  return readFileSync(join(import.meta.dirname, '..', path), 'utf8')
}

/** What a file has from the first place where `start` is to the end that follows, as far to the left as it can stand. */
function part(path: string, start: string, end: string): string {
  const text = file(path)
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0)
    throw new Error(`${path} has no ${start}`)
  const found = `${text.slice(from, to)}${end}`.trimEnd()
  return start.startsWith('  ') ? found.replaceAll(/^ {2}/gm, '') : found
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(lossDocumentFile, lossDocument())
