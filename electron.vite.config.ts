import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

/**
 * One build makes every process, each in its own folder of `out`.
 *
 * - `main`: the core, which the desktop forks, the command line, the web host and the core's workers, side by side, so
 *   that a worker is always found next to the file that starts it. They run in a current Node.
 * - `shell`: the desktop's main process and its preload. They start in Electron's own loaders, the preload in a
 *   sandbox that knows neither modules nor packages: each is one CommonJS file with all it needs in it. A shell may
 *   show a core that runs elsewhere, so an Electron as old as 22 (Node 16) will do.
 * - `renderer`: the page. It has the same Electron 22 (Chromium 108) for its oldest browser.
 */
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          core: 'src-main/hosts/electron/core.ts',
          cli: 'src-main/hosts/cli/main.ts',
          server: 'src-main/hosts/web/server.ts',
          onnx: 'src-main/worker/onnx.ts',
          geometry: 'src-main/worker/geometry.ts',
          pictures: 'src-main/worker/pictures.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/shell',
      target: 'node16',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: {
          electron: 'src-main/hosts/electron/main.ts',
          preload: 'src-main/hosts/electron/preload.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    build: {
      outDir: 'out/renderer',
      target: 'chrome108',
      minify: true,
      rollupOptions: { input: 'src-renderer/index.html' },
    },
    // Only what the page uses of its library of words: no older interface, no hook for developers' tools.
    define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false },
    plugins: [
      vue(),
    ],
  },
})
