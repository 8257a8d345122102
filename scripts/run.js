// Runs a script written in TypeScript against the sources of the packages: `node scripts/run.js scripts/x.ts ARGS`.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [script, ...rest] = process.argv.slice(2)
if (script === undefined) throw new Error('name the script to run')
const root = join(import.meta.dirname, '..')
const outfile = join(root, 'node_modules', '.cache', `plumbline-script-${process.pid}.js`)
try {
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@resvg/resvg-js', 'esbuild', 'playwright-core'],
    target: 'node20',
    conditions: ['plumbline-source'],
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'scripts')), PLUMB_VERSION: '"0.0.0"' },
    logLevel: 'warning',
  })
  process.argv = [process.argv[0] ?? 'node', script, ...rest]
  await import(pathToFileURL(outfile).href)
} finally {
  rmSync(outfile, { force: true })
}
