import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { decodeText } from './input.ts'
import { systemReason } from './system-error.ts'
import type { World } from './world.ts'

/** A solution document as parsed JSON, or a sentence that says why there is none. */
export type ReadSolution =
  | { readonly ok: true; readonly document: unknown }
  /** `unreadable`: no file; else no document in it. */
  | { readonly ok: false; readonly unreadable: boolean; readonly sentence: string }

/** The most bytes that a solution may have: those of large certificates are a few megabytes. */
const mostBytes = 64 * 1024 * 1024

/** Reads what `plumb solve --json` printed for one file (`-`: standard input). */
export async function readSolution(path: string, world: World): Promise<ReadSolution> {
  const name = path === '-' ? '<stdin>' : path
  const refuse = (unreadable: boolean, words: string): ReadSolution => ({
    ok: false,
    unreadable,
    sentence: `${name} ${words}`,
  })
  const bytes = await bytesOf(path, world)
  if (typeof bytes === 'string') return { ok: false, unreadable: true, sentence: bytes }
  if (bytes.length > mostBytes) return refuse(false, 'is longer than 64 MiB, the most that a solution may be')
  const text = decodeText(bytes)
  if (text === null) return refuse(false, 'is not UTF-8 text, so it is no solution')
  if (text.trim() === '') return refuse(false, `is empty; 'plumb solve FILE --json' prints a solution`)
  try {
    return { ok: true, document: JSON.parse(text) }
  } catch {
    const lines = text.trim().split('\n')
    return lines.length > 1 && lines.every((line) => line.startsWith('{'))
      ? refuse(false, 'has several documents, one a line; verify one at a time')
      : refuse(false, `is not JSON; 'plumb solve FILE --json' prints a solution`)
  }
}

async function bytesOf(path: string, world: World): Promise<Uint8Array | string> {
  if (path === '-') return world.readStandardInput()
  const place = resolve(world.folder, path)
  try {
    const found = await stat(place)
    if (found.isDirectory()) return `${path} is a folder, not a solution`
    if (found.size > mostBytes) return `${path} is longer than 64 MiB, the most that a solution may be`
    return await readFile(place)
  } catch (error) {
    const reason = systemReason(error)
    if (reason.code === 'ENOENT' || reason.code === 'ENOTDIR') {
      return `there is no file ${path}; 'plumb solve FILE --json > ${path}' writes one`
    }
    return `cannot read ${path}: ${reason.words}`
  }
}
