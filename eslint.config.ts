import antfu from '@antfu/eslint-config'

export default antfu({
  type: 'app',
  vue: true,
  typescript: true,
  markdown: false,
  pnpm: false,
  ignores: ['out', 'dist', 'models', 'resources', 'tests/reference/**/*.json', 'docs'],
}, {
  rules: {
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    'no-console': 'off',
    'node/prefer-global/process': 'off',
    'node/prefer-global/buffer': 'off',
    'antfu/top-level-function': 'error',
    'antfu/no-top-level-await': 'off',
    // It unfolds every list and object that would fit on a line.
    'antfu/reasonable-newline': 'off',
    'ts/consistent-type-definitions': ['error', 'interface'],
  },
})
