import { basename, dirname, join } from 'node:path'
import type { Message } from 'esbuild'

/** A configuration as one script, or sentences that say what is wrong in which file. */
export type Transpiled = (
  | { readonly ok: true; readonly code: string; readonly map: string }
  | { readonly ok: false; readonly sentences: readonly string[] }
) & {
  /** The whole paths of the files that it is made of, as far as they are known; those that are wrong among them. */
  readonly files: readonly string[]
}

/**
 * Makes one CommonJS script of a configuration in TypeScript or JavaScript and of what it imports by relative paths. What
 * it imports by name stays a call of `require`.
 *
 * @param place - its absolute path
 * @param typed - its path as it was typed, for messages
 */
export async function transpile(place: string, typed: string): Promise<Transpiled> {
  const { build } = await import('esbuild')
  const folder = dirname(place)
  const { errors, outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [`./${basename(place)}`],
    outfile: join(folder, 'plumb.config.out.cjs'),
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // A script cannot import; it can require.
    supported: { 'dynamic-import': false },
    sourcemap: 'external',
    sourcesContent: false,
    tsconfigRaw: '{}',
    logLevel: 'silent',
    metafile: true,
  }).catch((error: unknown) => {
    if (isFailure(error)) return { errors: error.errors, outputFiles: [], metafile: { inputs: {} } }
    throw error
  })
  const [map, code] = ['.map', '.cjs'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.text)
  const wrong = errors.flatMap(({ location }) => (location === null ? [] : [location.file]))
  const files = [...Object.keys(metafile.inputs), ...wrong].map((file) => join(folder, file))
  return map === undefined || code === undefined
    ? { ok: false, sentences: errors.map((error) => sentenceOf(error, typed)), files }
    : { ok: true, code, map, files }
}

function isFailure(error: unknown): error is { readonly errors: readonly Message[] } {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

/** `plumb.config.ts:3:12: Expected ";" but found "vocabulary"`, and the line. */
function sentenceOf({ text, location }: Message, typed: string): string {
  if (location === null) return `${typed}: ${text}`
  const file = join(dirname(typed), location.file)
  return `${file}:${location.line}:${location.column + 1}: ${text} ('${location.lineText.trim().slice(0, 80)}')`
}
