import type { Expression, LeaderVariable, Menu } from '@plumbline/game'
import type { CallNode, Expr, NameNode } from '@plumbline/parser'
import { unknownFunction } from '../diagnostics/names.ts'
import { repeatedModel, unknownField, wrongArguments, wrongSort } from '../diagnostics/structure.ts'
import { unknownName } from '../diagnostics/names.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { labelsOf } from '../reporting/originOf.ts'
import { countGiven, didYouMean, listWords } from '../reporting/suggest.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import type { MenuDefinition } from '../vocabulary/define.ts'
import { bindFields, spanOfPath, type BoundField, type BoundFields } from './bindFields.ts'
import { lowerProbabilityRange } from './lowerProbabilityRange.ts'
import { modelNamed } from './modelNamed.ts'

type Limits = Pick<LeaderVariable, 'low' | 'high' | 'origin'>

const number = (value: string): Expression => ({ op: 'number', value })
const anything: Limits = { low: number('0'), high: number('1'), origin: null }

/**
 * Makes a menu's chain by the definition of its form. Null where something is wrong, which is reported: a form that
 * does not exist, models that are none or stand twice, fields that the form does not have.
 *
 * @param models - the names of the instance's models, in its order
 */
export function lowerMenu(
  compilation: Compilation,
  declared: Declared,
  models: readonly string[],
): Menu | null {
  const { node, mended, file } = declared
  const site = makeSite(compilation, null, mended, file)
  const bound = bindFields(compilation, declared)
  const value = node.value === null ? null : withoutGroup(node.value)
  if (value === null || value.kind === 'bad') return null
  const called = value.kind === 'call' && value.callee.kind === 'name' ? value.callee : null
  if (value.kind !== 'call' || called === null) {
    const parameters = { wanted: 'a form of menu with its models', found: describeSort(value) }
    const notes = ["for example 'cascade(standard, reasoning)'"]
    site.reporter.report(wrongSort, parameters, placeAt(site, value), { notes })
    return null
  }
  const form = compilation.vocabulary.menus.get(called.text)
  if (form === undefined) {
    reportNoForm(called, site)
    return null
  }
  const members = modelsOf(value, form, site)
  if (members === null) return null
  const names = members.map(({ name }) => name)
  const limits = escalationLimits(bound, form, names, site)
  const start = startOf(bound, form, names, site)
  if (limits === null || start === null) return null
  const chain = form.chain({
    models: names.map((name) => ({ name, index: models.indexOf(name) })),
    limits: (from, to) => limits(names[from] ?? '', names[to] ?? ''),
  })
  return {
    ...labelsOf(declared),
    form: form.name,
    chain: {
      ...chain,
      starts: start === 'any' ? chain.states.map((_, state) => state) : [names.indexOf(start)],
    },
  }
}

function reportNoForm(called: NameNode, site: Site): void {
  const forms = [...site.compilation.vocabulary.menus.keys()]
  const notes = [`forms of menu are ${listWords(forms)}`]
  const details = didYouMean(site.file, called.span, nearest(called.text, forms), notes)
  site.reporter.report(
    unknownFunction,
    { wanted: 'form of menu', name: called.text },
    placeAt(site, called),
    details,
  )
}

/** The models of a menu in order, each once; null where one of them is wrong. */
function modelsOf(call: CallNode, form: MenuDefinition, site: Site): readonly Declared[] | null {
  const { least, most } = form.models
  const named = call.args.find(({ name }) => name !== null)
  if (named !== undefined || call.args.length < least || call.args.length > most) {
    const takes = most === Infinity ? 'the names of its models' : `the names of ${least} to ${most} models`
    const given = named === undefined ? countGiven(call.args.length) : 'one is given by name'
    const details = { notes: [`for example '${form.example}'`] }
    site.reporter.report(wrongArguments, { callee: form.name, takes, given }, placeAt(site, call), details)
    return null
  }
  const found = new Map<Declared, Expr>()
  let wrong = false
  for (const { value } of call.args) {
    const model = modelNamed(value, site)
    const first = model === null ? undefined : found.get(model)
    if (model === null) wrong = true
    else if (first === undefined) found.set(model, value)
    else {
      wrong = true
      site.reporter.report(repeatedModel, { model: model.name }, placeAt(site, value), {
        label: 'again here',
        secondary: [{ ...placeAt(site, first), text: 'first here' }],
      })
    }
  }
  return wrong ? null : [...found.keys()]
}

/** Whether a menu's form takes a field; where it does not, that is reported. */
function takes(form: MenuDefinition, { definition, entry }: BoundField, site: Site): boolean {
  if (form.fields.includes(definition.name)) return true
  const place = { file: site.file, span: spanOfPath(entry) }
  const notes = [`a ${form.name} menu: ${form.doc}`]
  site.reporter.report(unknownField, { kind: `${form.name} menu`, field: definition.name }, place, { notes })
  return false
}

/** The model that the menu starts at, `any` where the provider (or the user) chooses, null where it is wrong. */
function startOf(
  { fields }: BoundFields,
  form: MenuDefinition,
  names: readonly string[],
  site: Site,
): string | null {
  const field = fields.get('start')
  if (field === undefined) return 'any'
  if (!takes(form, field, site) || field.entry.value === null) return null
  const model = modelNamed(field.entry.value, site)
  if (model === null) return null
  if (names.includes(model.name)) return model.name
  reportOutside(field.entry.value, model.name, names, site)
  return null
}

function reportOutside(
  node: { readonly span: Expr['span'] },
  name: string,
  names: readonly string[],
  site: Site,
): void {
  const details = didYouMean(site.file, node.span, nearest(name, names), [
    `models of the menu are ${listWords(names)}`,
  ])
  site.reporter.report(unknownName, { name, wanted: 'model of this menu' }, placeAt(site, node), details)
}

/** Says that a menu has no step such as an `escalation` field is given for. */
function reportNoStep(
  { entry, parts: [from = '', to] }: BoundField,
  steps: readonly string[],
  names: readonly string[],
  site: Site,
): void {
  const place = { span: spanOfPath(entry) }
  const strange = [from, to].find((part) => part !== undefined && !names.includes(part))
  if (strange !== undefined) return reportOutside(place, strange, names, site)
  const parameters = { kind: 'menu of this form', field: entry.path.map(({ text }) => text).join('.') }
  const there = steps.map((step) => step.replace('.', "' to '"))
  const notes = [`attempts escalate ${there.map((step) => `from '${step}'`).join(', ')}, and nowhere else`]
  site.reporter.report(unknownField, parameters, placeAt(site, place), { notes })
}

/** The limits of each step that the menu's `escalation` fields give; null where one of them is wrong. */
function escalationLimits(
  { fields, parts }: BoundFields,
  form: MenuDefinition,
  names: readonly string[],
  site: Site,
): ((from: string, to: string) => Limits) | null {
  const steps = form.steps(names.length).map(([from, to]) => `${names[from] ?? ''}.${names[to] ?? ''}`)
  const given = new Map<string, Limits>()
  let wrong = false
  const whole = fields.get('escalation')
  for (const field of whole === undefined ? parts : [whole, ...parts]) {
    const range = takes(form, field, site) ? lowerProbabilityRange(field.entry.value, site) : null
    const target = field.parts.join('.')
    const reached = steps.filter((step) => target === '' || step === target || step.startsWith(`${target}.`))
    if (range === null) wrong = true
    else if (reached.length > 0) for (const step of reached) given.set(step, range)
    else {
      wrong = true
      reportNoStep(field, steps, names, site)
    }
  }
  return wrong ? null : (from, to) => given.get(`${from}.${to}`) ?? anything
}
