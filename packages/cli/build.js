// Bundles the command line: what starts is one small file, what a command needs beyond it comes when it is run.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const outdir = join(import.meta.dirname, 'dist', 'bundle')
rmSync(outdir, { recursive: true, force: true })
await build({
  entryPoints: [join(import.meta.dirname, 'src', 'plumb.ts')],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['plumbline-source'],
  minify: true,
  // Keeps the licences of what is bundled.
  legalComments: 'linked',
  // For what is still CommonJS inside.
  banner: {
    js: "import{createRequire as bundledRequire}from'node:module';const require=bundledRequire(import.meta.url);",
  },
})
