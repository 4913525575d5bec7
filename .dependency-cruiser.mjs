/**
 * The import law. Data flows down this list; a stage imports only from stages above it, never from a later one or a
 * sibling's inside. `app` joins the stages, workers and hosts come after it.
 */
const order = [
  'threads',
  'matrix',
  'graph',
  'neighbours',
  'learn',
  'photos',
  'backbones',
  'embed',
  'project',
  'cluster',
  'store',
  'export',
  'app',
  'worker',
  'hosts',
]

const law = order.slice(0, -1).map((stage, at) => ({
  name: `${stage}-knows-no-later-stage`,
  comment: `src-main/${stage} may import only what comes before it in the order the data flows.`,
  severity: 'error',
  from: { path: `^src-main/${stage}/` },
  to: { path: `^src-main/(${order.slice(at + 1).join('|')})/` },
}))

export default {
  forbidden: [
    ...law,
    {
      name: 'hosts-are-apart',
      comment: 'A host never reaches into another host, save for the cli, which starts the others.',
      severity: 'error',
      from: { path: '^src-main/hosts/(electron|web)/' },
      to: { path: '^src-main/hosts/', pathNot: '^src-main/hosts/($1|serving)/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'src-shared knows no Node, no DOM, no Electron and no other folder.',
      severity: 'error',
      from: { path: '^src-shared/' },
      to: { path: '^(src-main|src-renderer)/|^(electron|node:|fs|path)' },
    },
    {
      name: 'renderer-knows-only-the-contract',
      comment: 'The page reaches the core through src-shared/contract alone.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/' },
    },
    {
      name: 'page-has-no-schemas',
      comment: 'Calls are validated by the core. Of the contract the page takes types: its schemas would be a tenth of the page, and their library tries to make a function out of text, at which the content policy has the browser read the whole script again.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-shared/contract/', pathNot: '^src-shared/contract/(blobs|desktop-bridge|desktop-words)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-knows-no-page',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: '^src-renderer/' },
    },
    {
      name: 'map-knows-no-vue',
      comment: 'The map is Pixi alone: it can be driven and measured without the page around it.',
      severity: 'error',
      from: { path: '^src-renderer/map/' },
      to: { path: 'node_modules/(vue|pinia|@vueuse|reka-ui)/|^src-renderer/(stores|components|pages|actions|client)/' },
    },
    {
      name: 'electron-stays-in-its-host',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/hosts/electron/' },
      to: { path: 'node_modules/electron/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.vue', '.json'] },
  },
}
