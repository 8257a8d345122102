import type { Quantity } from '@plumbline/game'
import { missingDeclaration } from '../diagnostics/structure.ts'
import { notAvailable } from '../diagnostics/solving.ts'
import { placeAt, type Compilation } from '../expressions/site.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { declaredAs } from '../names/declarations.ts'
import { headOf } from '../reporting/originOf.ts'
import { bindFields, type BoundFields } from './bindFields.ts'
import type { Parts } from './assembleInstance.ts'
import { elaborateFields, fieldKey, fieldQuantity, type FieldNumber } from './elaborateFields.ts'
import { lowerMenu } from './lowerMenus.ts'
import { type Filled, lowerModels } from './lowerModels.ts'
import { lowerProvider } from './lowerProvider.ts'
import { checkWeights, lowerUsers } from './lowerUsers.ts'
import { lowerTask } from './lowerTasks.ts'
import { lowerVerifier } from './lowerVerifiers.ts'
import { checkDimensions, settleDimensions } from './settleDimensions.ts'

/** What `model`, `menu`, `user`, `provider` and the kinds to come become. */
export interface LoweredGame {
  readonly parts: Omit<Parts, 'definitions' | 'randoms' | 'asserts' | 'sweeps'>
  /** Every number of a field, with the dimension that it has. */
  readonly numbers: readonly FieldNumber[]
  /** There is neither user nor provider. */
  readonly library: boolean
  /** Nothing that a game needs is missing. */
  readonly complete: boolean
}

const kindsWithNumbers = ['model', 'verifier', 'task', 'user', 'provider']

/**
 * Makes models, menus, users and the provider.
 *
 * @param broken - the parser has found mistakes, so that what seems to be missing may be there
 */
export function lowerGame(compilation: Compilation, broken: boolean): LoweredGame {
  const { declarations } = compilation
  const bound = declarations.all
    .filter(({ kind }) => kindsWithNumbers.includes(kind.name))
    .map((declared) => bindFields(compilation, declared))
  const given = bound.flatMap((one) => elaborateFields(compilation, one))
  const dimensions = settleDimensions(given)
  const numbers = checkDimensions(given, dimensions)
  const filled = fill(bound, numbers)
  const ofKind = (kind: string): readonly Filled[] =>
    filled.filter((one) => one.bound.declared.kind.name === kind)
  checkWeights(compilation, ofKind('task'))
  const models = lowerModels(compilation, ofKind('model'), dimensions)
  const users = lowerUsers(compilation, ofKind('user'), dimensions, isDoubtful(given, numbers))
  const [first, ...others] = ofKind('provider').map((provider) =>
    lowerProvider(compilation, provider, dimensions),
  )
  if (others.length > 0) reportSecondProvider(compilation)
  const names = models.map(({ name }) => name)
  const menus = new Map(
    declaredAs(declarations, 'menu').map(
      (menu) => [menu, lowerMenu(compilation, menu, names, dimensions)] as const,
    ),
  )
  const offered = first?.offers ?? null
  const menu = offered === null ? null : (menus.get(offered) ?? null)
  const library = users.length === 0 && first === undefined
  if (!library && !broken && declarations.lost.size === 0) reportMissingSide(compilation)
  return {
    parts: {
      models,
      menu,
      users,
      provider: first?.provider ?? null,
      verifiers: ofKind('verifier').map((one) => lowerVerifier(compilation, one, dimensions)),
      tasks: ofKind('task').map((one) => lowerTask(one)),
      dimensions,
    },
    numbers,
    library,
    complete: menu !== null && users.length > 0 && first !== undefined,
  }
}

/** Whether a latency or a value is in another unit than it must be, so that nothing follows from its unit. */
function isDoubtful(given: readonly FieldNumber[], checked: readonly FieldNumber[]): boolean {
  return given.some(({ role, typed }, index) => {
    return (role === 'time' || role === 'utility') && typed !== null && checked[index]?.typed === null
  })
}

function fill(bound: readonly BoundFields[], numbers: readonly FieldNumber[]): readonly Filled[] {
  const quantities = new Map<BoundFields, Map<string, Quantity | null>>()
  for (const number of numbers) {
    const own = quantities.get(number.owner) ?? new Map<string, Quantity | null>()
    own.set(fieldKey(number.definition.name, number.task, number.attempt), fieldQuantity(number))
    quantities.set(number.owner, own)
  }
  return bound.map((one) => ({
    bound: one,
    quantities: quantities.get(one) ?? new Map<string, Quantity | null>(),
  }))
}

function reportMissingSide({ declarations, reporter }: Compilation): void {
  const [user] = declaredAs(declarations, 'user')
  const [provider] = declaredAs(declarations, 'provider')
  const lone = user === undefined ? provider : provider === undefined ? user : undefined
  if (lone === undefined) return
  const missing = user === undefined ? 'user' : 'provider'
  const example =
    missing === 'user'
      ? 'user developer { value: 0.50 USD, patience: 40 USD/h }'
      : 'provider acme { offers: tiers, penalty: 0.10 USD }'
  const notes = [`add one, for example '${example}'`]
  const place = { file: lone.file, span: headOf(lone.node) }
  reporter.report(missingDeclaration, { there: `a ${lone.kind.name}`, missing }, place, { notes })
}

function reportSecondProvider(compilation: Compilation): void {
  const [, second] = declaredAs(compilation.declarations, 'provider')
  if (second === undefined) return
  const site = makeSite(compilation, null, second.mended, second.file)
  site.reporter.report(
    notAvailable,
    { what: 'a second provider' },
    placeAt(site, { span: headOf(second.node) }),
  )
}
