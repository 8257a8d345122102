import type { EntryNode } from '@plumbline/parser'
import { repeatedField, unknownField } from '../diagnostics/structure.ts'
import type { Compilation } from '../expressions/site.ts'
import { declaredAs, mayBeNameless, type Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { silent } from '../reporting/reporter.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import { fieldsOf, type FieldsOfSort } from '../syntax/fieldsOf.ts'
import type { FieldDefinition } from '../vocabulary/define.ts'

/** An entry of a block with the field that it gives. */
export interface BoundField {
  readonly definition: FieldDefinition
  readonly entry: EntryNode
  /** What follows the field's name: `["standard"]` in `escalation.standard`. */
  readonly parts: readonly string[]
}

/** The entries of a declaration by field. */
export interface BoundFields {
  readonly declared: Declared
  readonly fields: ReadonlyMap<string, BoundField>
  /** Entries for parts of a field. */
  readonly parts: readonly BoundField[]
  /** Fields about whose absence nothing is said: an entry that could not be read may have been meant. */
  readonly excused: ReadonlySet<string>
}

/** Matches the entries of a block with the fields of its kind. Reports unknown fields and those given twice. */
export function bindFields(compilation: Compilation, declared: Declared): BoundFields {
  const { kind, node, file, mended } = declared
  const known = fieldsOf(node, kind, compilation.vocabulary)
  const reporter = mended ? silent : compilation.reporter
  const fields = new Map<string, BoundField>()
  const parts: BoundField[] = []
  const excused = new Set<string>()
  const seen = new Map<string, EntryNode>()
  for (const entry of node.block?.entries ?? []) {
    const [head, ...rest] = entry.path
    if (head === undefined) continue
    const definition = fieldNamed(head.text, known.fields)
    if (definition === null) {
      if (!entry.recovered) reportUnknown(compilation, declared, known, entry)
      continue
    }
    if (head.text !== definition.name && !entry.recovered) reportUnknown(compilation, declared, known, entry)
    excused.add(definition.name)
    if (rest.length > 0 && !mayHaveParts(compilation, definition, rest)) {
      if (!entry.recovered) reportParts(compilation, declared, entry, definition)
      continue
    }
    const path = [definition.name, ...rest.map(({ text }) => text)].join('.')
    const first = seen.get(path)
    if (first !== undefined) {
      if (!entry.recovered) {
        reporter.report(
          repeatedField,
          { field: path },
          { file, span: spanOfPath(entry) },
          {
            label: 'again here',
            secondary: [{ file, span: spanOfPath(first), text: 'given here' }],
          },
        )
      }
      continue
    }
    seen.set(path, entry)
    const bound: BoundField = { definition, entry, parts: rest.map(({ text }) => text) }
    if (rest.length > 0) parts.push(bound)
    else fields.set(definition.name, bound)
  }
  return { declared, fields, parts, excused }
}

/** Whether a field may be given for a part: a step of a menu, or one kind of task that the file declares. */
function mayHaveParts(
  { declarations }: Compilation,
  { parts }: FieldDefinition,
  [part, ...more]: EntryNode['path'],
): boolean {
  if (parts !== 'tasks') return parts === 'steps'
  const known = declaredAs(declarations, 'task').some(({ name }) => name === part?.text)
  return more.length === 0 && known
}

/** The field of a name, or the one that was meant by it. */
function fieldNamed(name: string, fields: readonly FieldDefinition[]): FieldDefinition | null {
  const names = fields.map((field) => field.name)
  const meant = names.includes(name) ? name : nearest(name, names)
  return fields.find((field) => field.name === meant) ?? null
}

/** Where the path of an entry stands. */
export function spanOfPath({ path, span }: EntryNode): EntryNode['span'] {
  return { start: path[0]?.span.start ?? span.start, end: path.at(-1)?.span.end ?? span.end }
}

function reportUnknown(
  { reporter }: Compilation,
  { file, mended }: Declared,
  { sort, fields }: FieldsOfSort,
  { path }: EntryNode,
): void {
  const [head] = path
  if (head === undefined || mended) return
  const names = fields.map(({ name }) => name)
  const note = names.length === 0 ? `a ${sort} has no fields` : `fields of a ${sort} are ${listWords(names)}`
  const details = didYouMean(file, head.span, nearest(head.text, names), [note])
  reporter.report(unknownField, { kind: sort, field: head.text }, { file, span: head.span }, details)
}

/** A field that is given for a part that it does not have. */
function reportParts(
  { reporter, declarations }: Compilation,
  { kind, file, mended }: Declared,
  entry: EntryNode,
  { name, parts }: FieldDefinition,
): void {
  const [, part, ...more] = entry.path
  if (mended || part === undefined || declarations.lost.has(part.text)) return
  if (parts === 'tasks' && mayBeNameless(declarations, ['task'])) return
  const whole = [part, ...more].map(({ text }) => text).join('.')
  const tasks = declaredAs(declarations, 'task').map((task) => task.name)
  const byTask = parts === 'tasks'
  const meant = byTask && more.length === 0 ? nearest(part.text, tasks) : null
  const note = !byTask
    ? `'${name}' has one value, and no parts`
    : tasks.length === 0
      ? `a field is given by kind of task only where 'task ${part.text}' is declared`
      : `kinds of task are ${listWords(tasks)}`
  const place = { file, span: spanOfPath(entry) }
  const details = didYouMean(file, part.span, meant, [note])
  reporter.report(unknownField, { kind: kind.name, field: `${name}.${whole}` }, place, details)
}
