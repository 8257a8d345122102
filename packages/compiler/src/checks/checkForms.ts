import type { Expr } from '@plumbline/parser'
import { wrongForm } from '../diagnostics/structure.ts'
import type { Compilation } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { headOf } from '../reporting/originOf.ts'

/** Checks that each declaration has the parts that its kind takes, and no others. */
export function checkForms(compilation: Compilation): void {
  const { declarations } = compilation
  for (const declared of declarations.all) if (!declared.mended) checkForm(compilation, declared)
}

function checkForm({ reporter }: Compilation, { kind, node, file }: Declared): void {
  const refuse = (what: string, span: Expr['span']): void => {
    const details = { notes: [`a ${kind.name} is ${kind.doc}: '${kind.example}'`] }
    reporter.report(wrongForm, { what }, { file, span }, details)
  }
  const whose = `a ${kind.name}`
  if (kind.value === null && node.value !== null) return refuse(`${whose} has no value`, node.value.span)
  if (kind.value?.presence === 'required' && node.value === null) {
    refuse(`${whose} needs a value: '=' and ${kind.value.what}`, headOf(node))
  }
  if (!kind.bounds && node.within !== null) refuse(`${whose} has no bounds`, node.within.span)
  if (kind.block === 'none' && node.block !== null) refuse(`${whose} has no fields`, node.block.span)
  // Where fields are required, those that are missing are reported by name.
  if (kind.block === 'required' && node.block === null && !kind.fields.some((field) => field.required)) {
    refuse(`${whose} needs its fields, between braces`, headOf(node))
  }
}
