import type { Exporter } from '#main/export/exporter'
import { dirname, join } from 'node:path'
import { writeFileWhole } from '#main/export/write-file-whole'

/** What a run made of its backbone as one ONNX file, and beside it in JSON how pixels are prepared for it. */
export const onnx: Exporter = {
  id: 'onnx',
  title: 'Network (ONNX)',
  sentence: 'What a run has learnt, backbone and head in one file, for other libraries and other programs; how pixels are prepared stands in a JSON file beside it.',
  to: { kind: 'file', ending: '.onnx' },
  async write({ network }, to) {
    const { bytes, description, classNames } = await network()
    if (classNames)
      await writeFileWhole(join(dirname(to), classNames.file), classNames.content)
    await writeFileWhole(`${to.replace(/\.onnx$/i, '')}.json`, `${JSON.stringify(description, null, 2)}\n`)
    await writeFileWhole(to, bytes)
    return { written: classNames ? 3 : 2 }
  },
}
