// Bundles the command line into one ES module: start-up is what people feel first.
import { build } from 'esbuild'

await build({
  entryPoints: ['src/plumb.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['plumbline-source'],
  minify: true,
  absWorkingDir: import.meta.dirname,
})
