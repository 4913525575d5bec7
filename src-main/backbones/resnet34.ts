import type { Backbone } from '#main/backbones/backbone'
import { imagenetPreprocessing } from '#main/backbones/backbone'

/**
 * ResNet34 (He et al. 2016), 21.8 million weights. Its taps have no tensor names: they are found in the graph by where
 * its resolution changes, whatever exporter wrote it.
 */
export const resnet34: Backbone = {
  id: 'resnet34',
  title: 'ResNet34 (ImageNet)',
  licence: 'not stated beside the file; see models/README.md',
  source: 'Hugging Face, Kalray/resnet34',
  file: 'resnet34.onnx',
  bytes: 87_174_041,
  sha256: '4fd7eb8bb2aa7936dd898d16ec919a8452c4b42a9f2f2e37aa5b15238c974338',
  address: 'https://huggingface.co/Kalray/resnet34/resolve/main/resnet34.onnx',
  preprocessing: imagenetPreprocessing,
  taps: [
    { id: 'stage-1', title: 'Edges and texture', columns: 64, flat: { count: 200_704 } },
    { id: 'stage-2', title: 'Patterns', columns: 128, flat: { count: 100_352 } },
    { id: 'stage-3', title: 'Parts', columns: 256, flat: { count: 50_176 } },
    { id: 'pooled', title: 'Objects, as the classifier sees them', columns: 512, flat: { count: 25_088 } },
  ],
  defaultTap: 'pooled',
  classes: { count: 1000, namesFile: 'imagenet-labels.json' },
  multiplications: 3.66e9,
}
