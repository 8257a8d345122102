import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOfPage, pagesOf } from '../scripts/docs/pages.ts'
import { root } from './repository.ts'

const folder = join(root, 'tmp', `docs-typescript-${String(process.pid)}`)
const blocks = pagesOf(root)
  .flatMap((page) => blocksOfPage(root, page))
  // A file among others of its page's folder is compiled with them, where the example stands.
  .filter(({ language, text }) => language === 'ts' && !/from '\.\.?\//.test(text))
  .map((block, index) => ({
    ...block,
    name: `${block.page}:${block.line}`,
    path: join(folder, `block-${index}.ts`),
  }))

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of blocks) writeFileSync(path, text)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What the compiler of TypeScript says about files, under the settings of the repository. */
function typeErrors(paths: readonly string[]): readonly string[] {
  const settings = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent({ ...settings.config, files: paths }, ts.sys, root)
  const program = ts.createProgram({
    rootNames: paths,
    options: { ...options, noEmit: true, noUnusedLocals: false },
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('TypeScript in the documentation', () => {
  it('has the right types', () => {
    if (blocks.length > 0) expect(typeErrors(blocks.map(({ path }) => path))).toEqual([])
  })

  it.each(blocks.map((block) => [block.name, block] as const))('%s runs', async (_, { path }) => {
    const outfile = path.replace(/ts$/, 'js')
    await build({
      entryPoints: [path],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['plumbline-source'],
      logLevel: 'silent',
    })
    await expect(import(pathToFileURL(outfile).href)).resolves.toBeDefined()
  })
})
