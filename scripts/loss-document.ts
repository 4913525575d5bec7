import { writeFileSync } from 'node:fs'
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

## The smallest there is

\`calinski-harabasz\` is one file that says what it is and builds its formula of operations on two values, the embedding
[N, D] and the classes [N, K] as ones and zeros:

\`\`\`ts
build: ({ embedding, oneHot }) => {
  const sizes = transposed(sumOver(oneHot, 0))
  const middles = over(product(transposed(oneHot), embedding), larger(sizes, 1))
  const within = minus(embedding, product(oneHot, middles))
  const all = minus(embedding, meanOver(embedding, 0))
  return over(total(times(within, within)), larger(total(times(all, all)), 1e-12))
},
\`\`\`

and one line in the table. The gradient, the command line, the page's menu, this page and the laws of
\`tests/laws/losses.test.ts\` follow: the laws ask for the same loss written out row by row in \`scalar-losses.ts\`, and in
PyTorch in \`tests/reference/learning.py\`.
`
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(lossDocumentFile, lossDocument())
