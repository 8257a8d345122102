import type { DeclarationNode } from '@plumbline/parser'
import type { FieldDefinition, KindDefinition, MenuDefinition, Vocabulary } from '../vocabulary/define.ts'
import { withoutGroup } from './children.ts'

/** What a declaration may have in its block, and what to call its sort in messages: `user`, `cascade menu`. */
export interface FieldsOfSort {
  readonly sort: string
  readonly fields: readonly FieldDefinition[]
}

/** The fields of a declaration: those of its kind, but a menu's are those of its form. */
export function fieldsOf(node: DeclarationNode, kind: KindDefinition, vocabulary: Vocabulary): FieldsOfSort {
  const form = kind.name === 'menu' ? formOf(node, vocabulary) : null
  return form === null
    ? { sort: kind.name, fields: kind.fields }
    : { sort: `${form.name} menu`, fields: form.fields }
}

function formOf({ value }: DeclarationNode, { menus }: Vocabulary): MenuDefinition | null {
  const call = value === null ? null : withoutGroup(value)
  if (call?.kind !== 'call' || call.callee.kind !== 'name') return null
  return menus.get(call.callee.text) ?? null
}
