import type { Feature } from '@plumbline/game'
import type { Compilation } from '../expressions/site.ts'
import { declaredAs } from '../names/declarations.ts'
import { headOf, originOf } from '../reporting/originOf.ts'
import type { BoundFields } from './bindFields.ts'

/** What is in a game that no solver takes yet: by the vocabulary's own word, and a second user. */
export function collectFeatures(compilation: Compilation, bound: readonly BoundFields[]): readonly Feature[] {
  const { file, declarations } = compilation
  const fields = bound.flatMap(({ fields: given }) =>
    [...given.values()].flatMap(({ definition, entry }): Feature[] => {
      const isDefault = entry.value?.kind === 'name' && entry.value.text === definition.default
      if (definition.later === undefined || isDefault) return []
      return [{ what: definition.later, origin: originOf({ file, span: entry.span }) }]
    }),
  )
  const kinds = declarations.all.flatMap(({ kind, node }): Feature[] => {
    return kind.later === undefined
      ? []
      : [{ what: kind.later, origin: originOf({ file, span: headOf(node) }) }]
  })
  const [, second] = declaredAs(declarations, 'user')
  const users =
    second === undefined
      ? []
      : [{ what: 'several users', origin: originOf({ file, span: headOf(second.node) }) }]
  return [...kinds, ...users, ...fields].toSorted((a, b) => (a.origin?.start ?? 0) - (b.origin?.start ?? 0))
}
