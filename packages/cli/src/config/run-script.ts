import { createRequire, SourceMap } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import * as compiler from '@plumbline/compiler'

/** Where something stands in the sources of a configuration: `probation.ts:12:26`. */
export type SourcePlace = string

/** What a configuration gives, and where each of its definitions is made; or what it threw. */
export type Ran =
  | {
      readonly ok: true
      readonly exported: unknown
      readonly placeOf: (definition: unknown) => SourcePlace | null
    }
  | { readonly ok: false; readonly place: SourcePlace | null; readonly reason: string }

/** What a configuration may import from `@plumbline/compiler` whether or not it is installed beside it. */
const offered = '@plumbline/compiler'

/**
 * Runs a configuration's script, which may do what any program may. `@plumbline/compiler` is this program's own; other
 * packages are found from the configuration's folder.
 *
 * @param place - the configuration's absolute path
 * @param typed - its path as it was typed, for places
 */
export function runScript(
  script: { readonly code: string; readonly map: string },
  place: string,
  typed: string,
): Ran {
  const filename = `${place} (transpiled)`
  const map = new SourceMap(JSON.parse(script.map) as ConstructorParameters<typeof SourceMap>[0])
  const placeIn = (error: unknown): SourcePlace | null =>
    error instanceof Error ? firstPlace(error.stack ?? '', filename, map, dirname(typed)) : null
  const places = new Map<unknown, SourcePlace | null>()
  const remembering =
    <D, R>(define: (definition: D) => R) =>
    (definition: D): R => {
      const defined = define(definition)
      places.set(defined, placeIn(new Error('here')))
      return defined
    }
  const language = {
    ...compiler,
    defineMenu: remembering(compiler.defineMenu as (definition: never) => unknown),
    defineCombinator: remembering(compiler.defineCombinator as (definition: never) => unknown),
    defineFunction: remembering(compiler.defineFunction as (definition: never) => unknown),
    defineDistribution: remembering(compiler.defineDistribution),
  }
  const load = createRequire(place) as (name: string) => unknown
  const module: { exports: unknown } = { exports: {} }
  try {
    const wrapped = new Script(`(function (exports, require, module) {${script.code}\n})`, { filename })
    const run = wrapped.runInThisContext() as (exports: unknown, require: unknown, module: unknown) => void
    run(module.exports, (name: string): unknown => (name === offered ? language : load(name)), module)
  } catch (error) {
    return { ok: false, place: placeIn(error), reason: reasonOf(error) }
  }
  return {
    ok: true,
    exported: defaultOf(module.exports),
    placeOf: (definition) => places.get(definition) ?? null,
  }
}

/** What is exported by default: of a module that imports and exports, or all of a CommonJS one. */
function defaultOf(exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null) return exports
  return '__esModule' in exports ? (exports as { readonly default?: unknown }).default : exports
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `throws ${String(error)}`
  const missing = /^Cannot find module '([^']*)'/.exec(error.message)?.[1]
  if (missing !== undefined) return `imports '${missing}', which is not installed there`
  return `throws ${error.name}: ${error.message.split('\n')[0] ?? ''}`
}

/** The innermost place of a stack that is in the configuration. */
function firstPlace(stack: string, filename: string, map: SourceMap, folder: string): SourcePlace | null {
  for (const line of stack.split('\n')) {
    const at = line.indexOf(`${filename}:`)
    const position = at < 0 ? null : /^(\d+):(\d+)/.exec(line.slice(at + filename.length + 1))
    if (position === null) continue
    const entry = map.findEntry(Number(position[1]) - 1, Number(position[2]) - 1)
    if ('originalSource' in entry) {
      const { originalSource, originalLine, originalColumn } = entry
      return `${join(folder, originalSource)}:${originalLine + 1}:${originalColumn + 1}`
    }
  }
  return null
}
