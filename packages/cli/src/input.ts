import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, parse, resolve } from 'node:path'
import { nearest } from '@plumbline/compiler'
import type { SourceFile } from '@plumbline/parser'
import { systemReason } from './system-error.ts'
import type { World } from './world.ts'

/** A file as text, or a sentence that says why it could not be read and what to do. */
export type Read =
  { readonly ok: true; readonly file: SourceFile } | { readonly ok: false; readonly sentence: string }

/** The most bytes that a file may have. */
export const mostBytes = 8 * 1024 * 1024

/**
 * Reads a `.game` file or an instance (`-`: standard input). The name in messages is the path as it was typed.
 *
 * @param path - relative to the world's folder
 */
export async function readSource(path: string, world: World): Promise<Read> {
  if (path === '-') return decode('<stdin>', await world.readStandardInput())
  const place = resolve(world.folder, path)
  world.noteFile?.(place)
  try {
    const found = await stat(place)
    if (found.isDirectory()) return refuse(await folderSentence(path, place))
    if (found.size > mostBytes) return refuse(tooLong(path))
    return decode(path, await readFile(place))
  } catch (error) {
    const reason = systemReason(error)
    if (reason.code === 'ENOENT' || reason.code === 'ENOTDIR')
      return refuse(await missingSentence(path, place))
    return refuse(`cannot read ${path}: ${reason.words}`)
  }
}

function refuse(sentence: string): Read {
  return { ok: false, sentence }
}

function tooLong(name: string): string {
  return `${name} is longer than 8 MiB, the most that a .game file may be; is it the right file?`
}

function decode(name: string, bytes: Uint8Array): Read {
  if (bytes.length > mostBytes) return refuse(tooLong(name))
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse(`${name} is UTF-16 text; save it as UTF-8 and try again`)
  if (bytes.subarray(0, 8192).includes(0))
    return refuse(`${name} is not text; a .game file is plain text in UTF-8`)
  const text = decodeText(bytes)
  return text === null
    ? refuse(`${name} is not UTF-8 text; save it as UTF-8 and try again`)
    : { ok: true, file: { name, text } }
}

/** Bytes as text; null where they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

async function gamesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.game')).sort()
  } catch {
    return []
  }
}

async function folderSentence(path: string, place: string): Promise<string> {
  const [game] = await gamesIn(place)
  const example =
    game === undefined
      ? `'plumb new ${path}' writes one into it`
      : `name a file in it, such as '${path.replace(/\/+$/, '')}/${game}'`
  return `${path} is a folder, not a .game file; ${example}`
}

async function missingSentence(path: string, place: string): Promise<string> {
  const wanted = parse(place).name
  const near = nearest(
    wanted,
    (await gamesIn(dirname(place))).map((name) => parse(name).name),
  )
  const folder = path.slice(0, path.length - basename(path).length)
  return near === null
    ? `there is no file ${path}; 'plumb new DIR' writes a first game to start from`
    : `there is no file ${path}; did you mean '${folder}${near}.game'?`
}
