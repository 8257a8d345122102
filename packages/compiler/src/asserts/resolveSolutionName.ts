import { unknownSolutionName } from '../diagnostics/asserts.ts'
import type { Declared } from '../names/declarations.ts'
import { declaredAs } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { listWords } from '../reporting/suggest.ts'
import { pathOf } from '../syntax/children.ts'
import type { Expr, Span } from '@plumbline/parser'
import {
  aloneNames,
  modelNames,
  providerNames,
  routeNames,
  type SolutionName,
  throttlingNames,
  userNames,
  usersNames,
} from './solutionNames.ts'

/** A dotted name of an assert that the solution has. */
export interface ResolvedName {
  readonly path: readonly string[]
  readonly name: SolutionName
}

type NamesNode = Extract<Expr, { readonly kind: 'member' | 'name' }>

/** Whether a name alone is one of the solution's: `regime`, `welfare`. */
export function isAlone(name: string): boolean {
  return aloneNames.some((other) => other.name === name)
}

/**
 * Finds a dotted name among those that a solved game offers; null where there is none, which is reported with what
 * there is.
 */
export function resolveSolutionName(node: NamesNode, site: Site): ResolvedName | null {
  const path = pathOf(node)
  const [head, member, further, ...rest] = path ?? []
  if (path === null || head === undefined) {
    report(site, node.span, 'this', ['a dotted name begins with a name'])
    return null
  }
  if (member === undefined) return resolveAlone(path, head, node, site)
  const offered = offeredBy(head, site)
  if (offered === 'lost') return null
  if (offered === null) {
    const heads = headsOf(site)
    const meant = nearest(head, heads)
    const notes = [meant === null ? `dotted names begin with ${listWords(heads.slice(0, 12))}` : `did you mean '${meant}'?`]
    report(site, node.span, path.join('.'), notes)
    return null
  }
  const name = offered.find((other) => other.name === member)
  const reach = further === undefined ? true : rest.length === 0 && takesPart(head, member, further, site)
  if (name !== undefined && reach) return { path, name }
  const names = offered.map((other) => `${head}.${other.name}`)
  const meant = name === undefined ? nearest(member, offered.map((other) => other.name)) : null
  const notes = [meant === null ? `there is ${names.join(', ')}` : `did you mean '${head}.${meant}'?`]
  const fixes =
    meant === null || node.kind !== 'member' || further !== undefined
      ? []
      : [
          {
            title: `write '${head}.${meant}'`,
            safe: true,
            file: site.file,
            edits: [{ span: node.name.span, text: meant }],
          },
        ]
  report(site, node.span, path.join('.'), notes, fixes)
  return null
}

function resolveAlone(path: readonly string[], head: string, node: NamesNode, site: Site): ResolvedName | null {
  const name = aloneNames.find((other) => other.name === head)
  if (name === undefined) throw new TypeError(`'${head}' is no name of the solution`)
  const users = declaredAs(site.compilation.declarations, 'user')
  if (head !== 'regime' || users.length < 2) return { path, name }
  const notes = [`there are several users, each with a regime: ${users.map((user) => `${user.name}.regime`).join(', ')}`]
  report(site, node.span, head, notes)
  return null
}

function report(
  site: Site,
  span: Span,
  path: string,
  notes: readonly string[],
  fixes: NonNullable<Parameters<Site['reporter']['report']>[3]>['fixes'] = [],
): void {
  site.reporter.report(unknownSolutionName, { path }, placeAt(site, { span }), { notes, fixes })
}

/** The names after a head; `lost` where the head's declaration is wrong, null where there is no such head. */
function offeredBy(head: string, { compilation: { declarations } }: Site): readonly SolutionName[] | 'lost' | null {
  switch (head) {
    case 'route':
      return routeNames
    case 'users':
      return usersNames
    case 'throttling':
      return throttlingNames
    default: {
      const declared = declarations.things.get(head)
      if (declared !== undefined) return namesOf(declared)
      return declarations.lost.has(head) || declarations.nameless ? 'lost' : null
    }
  }
}

function namesOf({ kind }: Declared): readonly SolutionName[] | null {
  switch (kind.name) {
    case 'user':
      return userNames
    case 'provider':
      return providerNames
    case 'model':
      return modelNames
    default:
      return null
  }
}

function headsOf({ compilation: { declarations } }: Site): readonly string[] {
  const own = declarations.all.filter((declared) => namesOf(declared) !== null).map(({ name }) => name)
  return ['route', 'users', 'throttling', ...own]
}

/** `route.escalation.MODEL` and `MODEL.net_value.USER`. */
function takesPart(head: string, member: string, part: string, { compilation: { declarations } }: Site): boolean {
  const kind = declarations.things.get(part)?.kind.name
  if (head === 'route' && member === 'escalation') return kind === 'model'
  return member === 'net_value' && kind === 'user'
}
