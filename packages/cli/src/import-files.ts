import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Resolve, Resolved } from '@plumbline/compiler'
import type { SourceFile } from '@plumbline/parser'
import { decodeText, mostBytes } from './input.ts'
import { systemReason } from './system-error.ts'
import type { World } from './world.ts'

/**
 * Where the imports of games come from: files inside a root, by their real paths. Each file is read once, however
 * often and by whatever path it is imported.
 *
 * @param root - the folder that imports may come from; null: the nearest folder upward from the game with a
 *   `plumb.config` file or a `.git` in it, else the folder of the game
 */
export function importFiles(world: World, root: string | null): (game: SourceFile) => Resolve {
  const known = new Map<string, SourceFile>()
  return (game) => {
    const places = new Map<SourceFile, string>()
    const placeOf = (file: SourceFile): string => {
      const place = places.get(file) ?? resolve(world.folder, file.name === '<stdin>' ? 'stdin' : file.name)
      return place
    }
    const home = realPath(dirname(placeOf(game)))
    const inside = root === null ? rootAbove(home) : realPath(resolve(world.folder, root))
    known.set(realPath(placeOf(game)), game)
    return (path, from) => {
      const asked = resolve(dirname(placeOf(from)), path)
      const real = realPath(asked)
      if (!isWithin(inside, real)) return { ok: false, why: 'outside', detail: inside }
      world.noteFile?.(real)
      const before = known.get(real)
      if (before !== undefined) {
        places.set(before, real)
        return { ok: true, file: before }
      }
      const found = readImport(real, nameOf(from, path))
      if (found.ok) {
        known.set(real, found.file)
        places.set(found.file, real)
      }
      return found
    }
  }
}

/** A file's name as the one who typed the game's would type it. */
function nameOf(from: SourceFile, path: string): string {
  if (isAbsolute(path)) return path
  const folder = from.name === '<stdin>' ? '' : dirname(from.name)
  return join(folder, path)
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // What does not exist has no links to follow, but the folders above it may.
    const above = dirname(path)
    return above === path ? path : join(realPath(above), relative(above, path))
  }
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)
}

function rootAbove(home: string): string {
  for (let folder = home; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder
    if (folder === dirname(folder)) return home
  }
}

function isRoot(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  try {
    return readdirSync(folder).some((name) => /^plumb\.config\.[cm]?[jt]s$/.test(name))
  } catch {
    return false
  }
}

/** Reads a file that was decided on by its real path, which nothing can exchange between the look and the reading. */
function readImport(place: string, name: string): Resolved {
  try {
    const handle = openSync(place, 'r')
    try {
      const found = fstatSync(handle)
      if (found.isDirectory()) return refuse('folder')
      if (!found.isFile()) return refuse('unreadable', 'it is no plain file')
      if (found.size > mostBytes) return refuse('too-long')
      const bytes = Buffer.alloc(found.size)
      const length = readSync(handle, bytes, 0, found.size, 0)
      const text = decodeText(bytes.subarray(0, length))
      return text === null ? refuse('not-text') : { ok: true, file: { name, text } }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const reason = systemReason(error)
    return reason.code === 'ENOENT' || reason.code === 'ENOTDIR'
      ? refuse('missing')
      : refuse('unreadable', reason.words)
  }
}

function refuse(why: Extract<Resolved, { ok: false }>['why'], detail: string | null = null): Resolved {
  return { ok: false, why, detail }
}
