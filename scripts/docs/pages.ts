import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { blocksOf, wordValue, type Block } from './blocks.ts'

/** The pages whose code blocks are executed: the README and all under `docs/`, by path from the root. */
export function pagesOf(root: string): readonly string[] {
  const below = (folder: string): readonly string[] =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
          entry.isDirectory() && entry.name !== 'api'
            ? below(`${folder}/${entry.name}`)
            : entry.name.endsWith('.md')
              ? [`${folder}/${entry.name}`]
              : [],
        )
      : []
  const top = readdirSync(root).filter((name) => name.endsWith('.md'))
  return [...top, ...below('docs')].toSorted()
}

/** All blocks of a page. */
export function blocksOfPage(root: string, page: string): readonly Block[] {
  return blocksOf(page, readFileSync(join(root, page), 'utf8'))
}

/**
 * A folder that looks like the repository's root to a command (`examples/` is there), in which a page's commands
 * may write; removed after `use`.
 */
export async function inScratchRoot<T>(root: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-docs-'))
  try {
    for (const name of ['examples', 'docs'])
      if (existsSync(join(root, name))) symlinkSync(join(root, name), join(folder, name), 'dir')
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes a block marked `file=NAME` where the commands after it will look. */
export function writeNamedBlock(block: Block, folder: string): void {
  const name = wordValue(block, 'file')
  if (name === null) return
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), block.text)
}
