import {
  hasOwnVariables,
  type Menu,
  type SolutionName,
  solutionNames,
  type SolutionScope,
} from '@plumbline/game'
import { type DiagnosticDetails, type Expr, replaceWord, type Span } from '@plumbline/parser'
import { unknownSolutionName } from '../diagnostics/asserts.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { type Declarations, declaredAs, mayBeNameless, writableNames } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { listWords } from '../reporting/suggest.ts'
import { pathOf } from '../syntax/children.ts'

/** A dotted name of an assert that the solution has. */
export interface ResolvedName {
  readonly path: readonly string[]
  readonly name: SolutionName
}

type NamesNode = Extract<Expr, { readonly kind: 'member' | 'name' }>

/** Scopes whose name is the word itself. */
const words = ['route', 'users', 'throttling'] as const

/** Kinds of declarations whose names may stand before a dot. */
const kindsOfHeads = ['user', 'provider', 'model']

/** Whether a name alone speaks of the solution: `regime`, `welfare`, and `route`, of which only parts are numbers. */
export function isAlone(name: string): boolean {
  return words.some((word) => word === name) || offeredIn('alone').some((other) => other.name === name)
}

function offeredIn(scope: SolutionScope): readonly SolutionName[] {
  return solutionNames.filter((name) => name.scope === scope)
}

/** What is offered, without the escalations of a menu that has none, but variables with names of its own. */
function offeredAt(scope: SolutionScope, menu: Menu | null): readonly SolutionName[] {
  if (scope !== 'route' || menu === null || !hasOwnVariables(menu.chain)) return offeredIn(scope)
  const own = menu.chain.variables.map(({ name }) => ownVariable(name))
  return [...offeredIn(scope).filter(({ name }) => name !== 'escalation'), ...own]
}

function ownVariable(name: string): SolutionName {
  const doc = 'what the provider sets this variable of the menu to'
  return { scope: 'route', name, value: 'plain', part: null, plain: false, doc }
}

/**
 * Finds a dotted name among those that a solved game offers; null where there is none, which is reported with what
 * there is.
 */
export function resolveSolutionName(node: NamesNode, menu: Menu | null, site: Site): ResolvedName | null {
  const path = pathOf(node)
  const [head, member, part, ...rest] = path ?? []
  const { declarations } = site.compilation
  if (path === null || head === undefined) {
    report(site, node.span, 'this', { notes: ['a dotted name begins with a name'] })
    return null
  }
  if (member === undefined) return resolveAlone(head, node, menu, site)
  const scope = scopeOf(head, declarations)
  if (scope === null) {
    if (!declarations.lost.has(head) && !mayBeNameless(declarations, kindsOfHeads))
      reportHead(node, path, head, site)
    return null
  }
  if (scope === 'route' && menu !== null && hasOwnVariables(menu.chain)) {
    const own = path.slice(1).join('.')
    if (menu.chain.variables.some((variable) => variable.name === own))
      return { path, name: ownVariable(own) }
  }
  const offered = offeredAt(scope, menu)
  const name = offered.find((other) => other.name === member)
  if (name === undefined) {
    reportMember(node, path, offered, scope, site)
    return null
  }
  if (scope === 'route' && member === 'escalation' && menu !== null) {
    return resolveEscalation({ path, name }, menu, node, site)
  }
  const users = declaredAs(declarations, 'user').length
  if (part === undefined && (name.part !== 'user' || users < 2)) return { path, name }
  if (part !== undefined && rest.length === 0 && name.part !== null) {
    if (declarations.things.get(part)?.kind.name === name.part) return { path, name }
    if (declarations.lost.has(part) || mayBeNameless(declarations, [name.part])) return null
  }
  const whole = `${head}.${member}`
  const candidates = name.part === null ? [] : writableNames(declarations, [name.part])
  const note =
    name.part === null
      ? `'${whole}' has no parts`
      : `'${whole}' may be followed by the name of a ${name.part}: ${candidates.map((one) => `${whole}.${one}`).join(', ')}`
  report(site, node.span, path.join('.'), { notes: [note] })
  return null
}

function resolveAlone(head: string, node: NamesNode, menu: Menu | null, site: Site): ResolvedName | null {
  const word = words.find((other) => other === head)
  if (word !== undefined) {
    report(site, node.span, head, { notes: [offers(head, offeredAt(word, menu))] })
    return null
  }
  const name = offeredIn('alone').find((other) => other.name === head)
  if (name === undefined) throw new TypeError(`'${head}' is no name of the solution`)
  const users = declaredAs(site.compilation.declarations, 'user')
  if (head !== 'regime' || users.length < 2) return { path: [head], name }
  const own = users.map((user) => `${user.name}.regime`).join(', ')
  report(site, node.span, head, { notes: [`there are several users, each with a regime: ${own}`] })
  return null
}

/**
 * An escalation of the menu: `route.escalation` where there is only one, `route.escalation.standard` of all steps from
 * a model, `route.escalation.standard.reasoning` of one.
 */
function resolveEscalation(
  resolved: ResolvedName,
  { chain, form, name }: Menu,
  node: NamesNode,
  site: Site,
): ResolvedName | null {
  const [, , ...parts] = resolved.path
  const steps = chain.variables.map((variable) => variable.name.split('.').slice(1))
  const found = steps.filter(
    (step) => parts.length <= step.length && parts.every((each, at) => step[at] === each),
  )
  if (found.length === 1 || (found.length > 1 && parts.length > 0)) return resolved
  const note =
    steps.length === 0
      ? `menu '${name}' is ${form}, in which no attempt escalates`
      : `menu '${name}' has ${listWords(chain.variables.map((variable) => `route.${variable.name}`))}`
  report(site, node.span, resolved.path.join('.'), { notes: [note] })
  return null
}

function report(site: Site, span: Span, path: string, details: DiagnosticDetails): void {
  site.reporter.report(unknownSolutionName, { path }, placeAt(site, { span }), details)
}

function scopeOf(head: string, { things }: Declarations): SolutionScope | null {
  const word = words.find((other) => other === head)
  if (word !== undefined) return word
  const kind = things.get(head)?.kind.name
  return kind === 'user' || kind === 'provider' || kind === 'model' ? kind : null
}

function reportHead(node: NamesNode, path: readonly string[], head: string, site: Site): void {
  const { declarations } = site.compilation
  const own = writableNames(declarations, kindsOfHeads)
  const heads = [...words, ...own]
  const meant = nearest(head, heads)
  const kind = declarations.things.get(head)?.kind.name
  const is = kind === undefined ? [] : [`'${head}' is a ${kind}`]
  const note =
    meant === null ? `dotted names begin with ${listWords(heads.slice(0, 12))}` : `did you mean '${meant}'?`
  const first = { start: node.span.start, end: node.span.start + head.length }
  const fixes = meant === null ? [] : [replaceWord(site.file, { span: first, text: meant })]
  report(site, node.span, path.join('.'), { notes: [...is, note], fixes })
}

function offers(head: string, names: readonly SolutionName[]): string {
  return `there ${names.length === 1 ? 'is' : 'are'} ${names.map(({ name }) => `${head}.${name}`).join(', ')}`
}

/** How to say what a user does, for somebody who wrote a word for it. */
export function behaviourNotes(user: string, word: string): readonly string[] {
  const isBehaviour = /^(?:re_?prompts?|stays?|persists?|waits?|leaves?|quits?|abandons?|gives?_up)$/i.test(
    word,
  )
  const said = `'${user}.abandonment == 0' says that they re-prompt until the task is solved, '${user}.abandonment == 1' that they leave after the first failure`
  return isBehaviour ? [said] : []
}

function reportMember(
  node: NamesNode,
  path: readonly string[],
  offered: readonly SolutionName[],
  scope: SolutionScope,
  site: Site,
): void {
  const [head = '', member = '', ...rest] = path
  const names = offered.map(({ name }) => name)
  const meant = nearest(member, names)
  if (meant === null) {
    const notes = scope === 'user' ? behaviourNotes(head, member) : []
    report(site, node.span, path.join('.'), { notes: [...notes, offers(head, offered)] })
    return
  }
  const fixes =
    node.kind === 'member' && rest.length === 0
      ? [replaceWord(site.file, { span: node.name.span, text: meant })]
      : []
  report(site, node.span, path.join('.'), { label: `did you mean '${head}.${meant}'?`, fixes })
}
