// Bundles the command line, and keeps the code that V8 compiles from it: start-up is what people feel first.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, 'dist', 'bundle')
rmSync(folder, { recursive: true, force: true })

/** What only some runs need stays in a file of its own, which is loaded when it is. */
const loadedLater = {
  name: 'loaded later',
  setup(bundler) {
    bundler.onResolve({ filter: /\/(report-page|parquet-file|load-config)\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point'
        ? undefined
        : { path: path.replace(/^.*\/(.*)\.ts$/, './$1.cjs'), external: true },
    )
  },
}

// In a browser the page's own document draws, and no other has to be made.
const ownDocument = {
  name: 'own document',
  setup(bundler) {
    bundler.onResolve({ filter: /^linkedom$/ }, () => ({ path: 'linkedom', namespace: 'own-document' }))
    bundler.onLoad({ filter: /.*/, namespace: 'own-document' }, () => ({
      contents: 'export const parseHTML = () => ({ document: globalThis.document })',
    }))
  },
}

await build({
  entryPoints: [join(import.meta.dirname, '..', 'report', 'src', 'live', 'page-script.ts')],
  outfile: join(folder, 'live.js'),
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  conditions: ['plumbline-source'],
  minify: true,
  legalComments: 'external',
  logLevel: 'warning',
  plugins: [ownDocument],
})

await build({
  entryPoints: ['plumb', 'report-page', 'parquet-file', 'worker', 'config/load-config'].map((name) => ({
    in: join(import.meta.dirname, 'src', `${name}.ts`),
    out: basename(name),
  })),
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // Turns `import()` into `require()`, which a script from compiled code can do.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
  conditions: ['plumbline-source'],
  // Both are programs of one machine's processor: the one reads configurations, the other draws pictures in pixels.
  external: ['esbuild', '@resvg/resvg-js'],
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [loadedLater],
})

if (readFileSync(join(folder, 'load-config.cjs'), 'utf8').includes('API cannot be bundled'))
  throw new Error('esbuild is in the bundle, where it does not run: no configuration could be read')

// Functions are compiled when they first run: so run what most people run, on a game that has what games have.
const { cacheFile, loadBundle } = createRequire(import.meta.url)('./bin/load.cjs')
const { script, exports: bundle } = loadBundle()
const nowhere = { write: () => undefined, isTerminal: false, columns: null }
const game = new TextEncoder().encode(bundle.firstGame)
const world = {
  env: {},
  folder: import.meta.dirname,
  out: nowhere,
  err: nowhere,
  readStandardInput: () => Promise.resolve(game),
}
for (const args of [
  ['solve', '-'],
  ['solve', '--json', '-'],
  ['check', '-'],
  ['report', '-'],
]) {
  const status = await bundle.run(args, world)
  if (status !== 0) throw new Error(`plumb ${args.join(' ')} ended with ${status}`)
}
writeFileSync(cacheFile, script.createCachedData())
