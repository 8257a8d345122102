import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { systemReason } from './system-error.ts'
import type { World } from './world.ts'

/** Written, or a sentence that says why not. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly sentence: string }

/**
 * Writes a file so that no reader ever finds half of it: into a neighbour first, then renamed. What is no
 * ordinary file (a pipe, a device) is written to as it is.
 */
export function writeWhole(path: string, text: string | Uint8Array, world: Pick<World, 'folder'>): Written {
  const place = resolve(world.folder, path)
  try {
    const existing = statSync(place, { throwIfNoEntry: false })
    if (existing?.isDirectory() === true)
      return {
        ok: false,
        sentence: `${path} is a folder; name a file in it, such as '${join(path, 'report.html')}'`,
      }
    if (existing !== undefined && !existing.isFile()) writeFileSync(place, text)
    else replace(existing === undefined ? place : realpathSync(place), text, existing?.mode)
    return { ok: true }
  } catch (error) {
    return { ok: false, sentence: `cannot write ${path}: ${systemReason(error).words}` }
  }
}

function replace(place: string, text: string | Uint8Array, mode: number | undefined): void {
  const draft = join(dirname(place), `.${basename(place)}.${String(process.pid)}.tmp`)
  try {
    writeFileSync(draft, text)
    if (mode !== undefined) chmodSync(draft, mode)
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
