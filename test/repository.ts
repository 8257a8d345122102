import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the repository's root is on this machine. */
export const root = join(import.meta.dirname, '..')

const skipped = new Set(['node_modules', 'dist', '.git', '.nx', 'coverage', 'tmp', 'api'])

/** Every file below a folder of the repository, by its path from the root, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path)
      return entry.isFile() ? [path] : []
    })
    .toSorted()
}

/** The folders under `packages/`, sorted. */
export function packageNames(): readonly string[] {
  return readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
