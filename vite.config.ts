import react from '@vitejs/plugin-react';
import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

// One mode for each bundle: `vite build --mode main | preload | renderer | viewer` (test/runtime/build.mjs builds all four), and
// `--mode bench` (test/runtime/bench.mjs).
// MTX_OUTPUT names another folder than dist/, so that a build can be made aside and put in place when it is complete.

const root = fileURLToPath(new URL('.', import.meta.url));
const output = process.env['MTX_OUTPUT'] ?? `${root}dist`;

/** Stays outside the bundles: native, or tied to the running Electron. Everything else is bundled (start-up, size). */
const external = [
  /^node:/,
  ...builtinModules.flatMap((name) => [name, `${name}/promises`]),
  /^electron($|\/)/,
  /^electron-log($|\/)/,
  'better-sqlite3',
];

const entries = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([name, path]) => [name, root + path]));

/** Electron's main process and the command line: CommonJS (the runtime's `require` reaches native modules), lazy chunks. */
const main: UserConfig = {
  build: {
    ssr: true,
    target: 'node20',
    outDir: `${output}/main`,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: {
      input: entries({
        main: 'electron/main.ts',
        mtx: 'electron/cli/mtx.ts',
        'analysis-worker': 'electron/agreement/worker.ts',
        'forms-worker': 'electron/reports/worker.ts',
      }),
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
    },
  },
  ssr: { noExternal: true },
};

/** A sandboxed preload must be one CommonJS file that requires nothing but `electron`. */
const preload: UserConfig = {
  build: {
    target: 'chrome130',
    outDir: `${output}/main`,
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    modulePreload: false,
    rolldownOptions: {
      input: entries({ preload: 'electron/app/preload.ts' }),
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
};

/**
 * pdf.js loads these by name at run time: character maps, the 14 standard fonts, image decoders. Its machine for scripts
 * in documents is left out.
 */
const pdfAssets: Plugin = {
  name: 'pdf-assets',
  apply: 'build',
  writeBundle(options) {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
      cpSync(`${root}node_modules/pdfjs-dist/${folder}`, `${options.dir ?? output}/pdfjs/${folder}`, {
        recursive: true,
        filter: (path) => !/quickjs/i.test(path),
      });
  },
};

/** The windows' contents. Nothing inline and no eval, so that the content security policy needs no exception. */
const renderer: UserConfig = {
  root: `${root}renderer`,
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: `${output}/renderer`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
    // The first screen in one file: every file costs a way through the main process.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
};

/** What shows dossiers, in a frame without rights: a page of its own, without React. */
const viewer: UserConfig = {
  root: `${root}renderer/viewer`,
  base: './',
  plugins: [pdfAssets],
  build: {
    target: 'chrome130',
    outDir: `${output}/viewer`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 3_000,
    reportCompressedSize: false,
  },
};

/** The benchmark: as the product's main process, but an ES module, and the scripts that bring Electron stay in place. */
const bench: UserConfig = {
  build: {
    ssr: true,
    target: 'node24',
    outDir: `${output}/bench`,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: {
      input: entries({ bench: 'test/bench/bench.ts', 'rank-once': 'test/bench/rank-once.ts' }),
      external: [...external, /^#test\/runtime\//, /^@playwright\//, /^@duckdb\//],
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
  ssr: { noExternal: true },
};

const modes: Record<string, UserConfig> = { main, preload, renderer, viewer, bench };

export default defineConfig(({ mode }) => {
  const config = modes[mode];
  if (config === undefined)
    throw new Error(`Unknown mode "${mode}": use --mode main, preload, renderer, viewer or bench.`);
  return { ...config, logLevel: 'warn', clearScreen: false };
});
