import type { Backbone } from '#main/backbones/backbone'

/** EfficientNet-Lite0 (Tan & Le 2019; the Lite variant of 2020), 4.7 million weights: small enough to be bundled. */
export const efficientnetLite0: Backbone = {
  id: 'efficientnet-lite0',
  title: 'EfficientNet-Lite0 (ImageNet)',
  licence: 'Apache-2.0',
  source: 'tensorflow/tpu EfficientNet-Lite, weights as float16 that the graph widens to float32',
  file: 'efficientnet-lite0.onnx',
  bytes: 9_292_060,
  sha256: '7f522f50a2740a28c53d2fc75e1e780667e5618449c1373a6857f0159f4f55e2',
  preprocessing: {
    resize: 256,
    crop: 224,
    mean: [127 / 255, 127 / 255, 127 / 255],
    deviation: [128 / 255, 128 / 255, 128 / 255],
  },
  taps: [
    {
      id: 'stage-1',
      title: 'Edges and colours',
      columns: 16,
      tensor: { name: 'blocks.0._project_conv_out', spatial: true },
      flat: { count: 200_704, name: 'blocks.0._project_conv_out' },
    },
    {
      id: 'stage-2',
      title: 'Fine texture',
      columns: 24,
      tensor: { name: 'blocks.2._project_conv_out_add', spatial: true },
      flat: { count: 75_264, name: 'blocks.2._project_conv_out_add' },
    },
    {
      id: 'stage-3',
      title: 'Texture',
      columns: 40,
      tensor: { name: 'blocks.4._project_conv_out_add', spatial: true },
      flat: { count: 31_360, name: 'blocks.4._project_conv_out_add' },
    },
    {
      id: 'stage-4',
      title: 'Patterns',
      columns: 80,
      tensor: { name: 'blocks.7._project_conv_out_add', spatial: true },
      flat: { count: 15_680, name: 'blocks.7._project_conv_out_add' },
    },
    {
      id: 'stage-5',
      title: 'Parts',
      columns: 112,
      tensor: { name: 'blocks.10._project_conv_out_add', spatial: true },
      flat: { count: 21_952, name: 'blocks.10._project_conv_out_add' },
    },
    {
      id: 'stage-6',
      title: 'Large parts',
      columns: 192,
      tensor: { name: 'blocks.14._project_conv_out_add', spatial: true },
      flat: { count: 9_408, name: 'blocks.14._project_conv_out_add' },
    },
    {
      id: 'stage-7',
      title: 'Objects',
      columns: 320,
      tensor: { name: 'blocks.15._project_conv_out', spatial: true },
      flat: { count: 15_680, name: 'blocks.15._project_conv_out' },
    },
    {
      id: 'pooled',
      title: 'Objects, as the classifier sees them',
      columns: 1280,
      tensor: { name: 'embedding', spatial: false },
      flat: { count: 62_720, name: 'conv_head_out_r6' },
    },
  ],
  defaultTap: 'pooled',
  classes: { count: 1000, namesFile: 'imagenet-labels.json', tensor: 'logits' },
  multiplications: 407e6,
}
