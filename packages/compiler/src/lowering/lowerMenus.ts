import { chainFlaw, type Chain, type Expression, type Menu } from '@plumbline/game'
import type { CallNode, Expr, NameNode } from '@plumbline/parser'
import { unknownFunction } from '../diagnostics/names.ts'
import { repeatedModel, wrongSort } from '../diagnostics/structure.ts'
import { makeByDefinition } from '../expressions/makeByDefinition.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { labelsOf } from '../reporting/originOf.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import type { MenuDefinition, MenuModel } from '../vocabulary/define.ts'
import { type Argument, type Arguments, bindArguments } from './bindArguments.ts'
import { bindFields } from './bindFields.ts'
import { numbersOf, verifierFormulas } from './compositePerformance.ts'
import { menuFields } from './menuFields.ts'
import { reportMissing } from './reportMissing.ts'
import type { GameDimensions } from './settleDimensions.ts'

/**
 * Makes a menu's chain by the definition of its form. Null where something is wrong, which is reported: a form that
 * does not exist, models that are none or stand twice, fields that the form does not have, a definition that makes no
 * chain.
 *
 * @param models - the names of the instance's models, in its order
 */
export function lowerMenu(
  compilation: Compilation,
  declared: Declared,
  models: readonly string[],
  dimensions: GameDimensions,
): Menu | null {
  const { name: owner, node, mended, file } = declared
  const site = makeSite(compilation, null, mended, file)
  const calling = { owner, dimensions, site }
  const bound = bindFields(compilation, declared)
  const called = node.value === null ? null : formCalled(withoutGroup(node.value), site)
  if (called === null) return null
  const { form, call } = called
  const args = bindArguments(call, form, calling)
  const members = args === null ? null : membersOf(args, models, site)
  if (args === null || members === null) return null
  const missing = form.fields.filter(({ required, name }) => required && !bound.excused.has(name))
  reportMissing(compilation, declared, missing)
  const given = menuFields(bound, form.fields, [...members.values()], calling)
  if (given === null || missing.length > 0) return null
  const expressions = [...given.expressions, ...expressionsOf(args)]
  const chain = makeByDefinition(
    form,
    () => form.chain(valuesOf(form, args, members) as never, given.values as never),
    (made) => chainFlaw(made, models.length, expressions) ?? strangerAmong(made, members),
    { node: call, site },
  )
  if (chain === null || given.reportStrangers()) return null
  return { ...labelsOf(declared), form: form.name, chain }
}

/** The form that is called, and the call; null where there is none, which is reported. */
function formCalled(
  value: Expr,
  site: Site,
): { readonly form: MenuDefinition; readonly call: CallNode } | null {
  if (value.kind === 'bad') return null
  if (value.kind !== 'call' || value.callee.kind !== 'name') {
    const parameters = { wanted: 'a form of menu with its models', found: describeSort(value) }
    const notes = ["for example 'cascade(standard, reasoning)'"]
    site.reporter.report(wrongSort, parameters, placeAt(site, value), { notes })
    return null
  }
  const form = site.compilation.vocabulary.menus.get(value.callee.text)
  if (form !== undefined) return { form, call: value }
  reportNoForm(value.callee, site)
  return null
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

/** The models of a menu in order, each once; null where one stands twice, which is reported. */
function membersOf(
  args: Arguments,
  models: readonly string[],
  site: Site,
): ReadonlyMap<Declared, MenuModel> | null {
  const found = new Map<Declared, Expr>()
  let wrong = false
  for (const argument of args.values()) {
    if (argument.is !== 'things') continue
    for (const [index, thing] of argument.things.entries()) {
      const value = argument.nodes[index]
      const first = found.get(thing)
      if (value === undefined || thing.kind.name !== 'model') continue
      if (first === undefined) found.set(thing, value)
      else {
        wrong = true
        site.reporter.report(repeatedModel, { model: thing.name }, placeAt(site, value), {
          label: 'again here',
          secondary: [{ ...placeAt(site, first), text: 'first here' }],
        })
      }
    }
  }
  if (wrong) return null
  return new Map(
    [...found.keys()].map((thing) => [thing, { name: thing.name, index: models.indexOf(thing.name) }]),
  )
}

/** The arguments as the definition of a form takes them. */
function valuesOf(
  { parameters }: MenuDefinition,
  args: Arguments,
  members: ReadonlyMap<Declared, MenuModel>,
): object {
  const valueOf = (argument: Argument | undefined, is: string): unknown => {
    if (argument?.is !== 'things') return argument?.is === 'whole' ? argument.value : argument?.expression
    const [first] = argument.things
    if (is === 'models') return argument.things.map((thing) => members.get(thing))
    return first === undefined ? undefined : (members.get(first) ?? verifierFormulas(first))
  }
  return Object.fromEntries(parameters.map(({ name, is }) => [name, valueOf(args.get(name), is)]))
}

function expressionsOf(args: Arguments): readonly Expression[] {
  return [...args.values()].flatMap((argument) => {
    if (argument.is === 'number') return [argument.expression]
    if (argument.is !== 'things') return []
    return argument.things.flatMap((thing) =>
      thing.kind.name === 'verifier' ? numbersOf(verifierFormulas(thing)) : [],
    )
  })
}

/** What is wrong with a chain that makes attempts with a model that is none of its menu's. */
function strangerAmong({ states }: Chain, members: ReadonlyMap<Declared, MenuModel>): string | null {
  const own = new Set([...members.values()].map(({ index }) => index))
  const stranger = states.find(({ model }) => !own.has(model))
  return stranger === undefined ? null : `states: '${stranger.name}' is of a model that is not in the menu`
}
