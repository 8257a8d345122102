import { missingField } from '../diagnostics/structure.ts'
import type { Compilation } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { headOf } from '../reporting/originOf.ts'
import type { FieldDefinition } from '../vocabulary/define.ts'

/** Says which fields a declaration lacks, in one go, and what each of them is. */
export function reportMissing(
  { reporter }: Compilation,
  { kind, name, node, file, mended }: Declared,
  missing: readonly FieldDefinition[],
): void {
  // Where a value stands that the kind does not take, that is the mistake.
  const other = kind.value === null && node.value !== null
  if (missing.length === 0 || mended || other) return
  // A field of an unknown name may be the one that is missing, and has been reported.
  const unknown = node.block?.entries.filter(({ path: [head] }) =>
    kind.fields.every(
      (field) => field.name !== head?.text && nearest(head?.text ?? '', [field.name]) === null,
    ),
  )
  if (missing.length <= (unknown?.length ?? 0)) return
  const whose = `${kind.name} '${name}'`
  const notes = missing.map(
    (field) => `${field.name} is ${field.doc}, for example '${field.name}: ${field.example}'`,
  )
  const parameters = { whose, fields: missing.map((field) => field.name) }
  reporter.report(missingField, parameters, { file, span: headOf(node) }, { notes })
}
