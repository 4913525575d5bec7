/**
 * Where a worker's entry lies: beside its caller in the built `out/main`, or in `src-main/worker` when the sources
 * run as they are (Node strips the types).
 */
export function workerAddress(name: 'onnx' | 'geometry' | 'pictures'): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL(`../worker/${name}.ts`, import.meta.url)
    : new URL(`./${name}.js`, import.meta.url)
}
