import type { Module } from './loadModules.ts'

/** The name by which a declaration of a file goes in a game that does not import it by name. */
export type PrivateName = (module: Module, name: string) => string

/**
 * Names such as `answer@acme` for what comes along from `menus/acme.game`: readable in reports, and impossible to
 * write in a file. They do not depend on where the files lie; of two files called alike the second is `acme-2`.
 */
export function privateNames(modules: readonly Module[]): PrivateName {
  const stems = new Map<Module, string>()
  const taken = new Set<string>()
  for (const module of modules) {
    const stem = stemOf(module.file.name)
    let unlike = stem
    for (let count = 2; taken.has(unlike); count++) unlike = `${stem}-${count}`
    taken.add(unlike)
    stems.set(module, unlike)
  }
  return (module, name) => `${name}@${stems.get(module) ?? ''}`
}

/** Whether a name is such that no file can write it. */
export function isPrivate(name: string): boolean {
  return name.includes('@')
}

/** The last part of a path without its ending; what could be mistaken for a part of a dotted name becomes `_`. */
function stemOf(path: string): string {
  const stem = path.replace(/^.*[\\/]/, '').replace(/\.game$/, '')
  return stem.replace(/[^\p{L}\p{N}_-]/gu, '_') || '_'
}
