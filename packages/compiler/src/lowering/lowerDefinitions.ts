import type { Definition, Param, Quantity } from '@plumbline/game'
import type { Expr } from '@plumbline/parser'
import { definedByItself } from '../diagnostics/names.ts'
import { outOfRange } from '../diagnostics/values.ts'
import { money, sameDimension } from '../dimensions/dimension.ts'
import { constantValue, numberOf } from '../expressions/constantValue.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Compilation, type RandomPlace, type Typed } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { orderDefinitions } from '../names/orderDefinitions.ts'
import { isSpread } from '../syntax/children.ts'
import { areBoundsReady, lowerBounds } from './lowerBounds.ts'
import { quantityOf } from './quantityOf.ts'
import { type Setting, type Settings } from './readSettings.ts'

/** Numbers with names: what of the instance comes from `param`, `let` and `rate`. */
export interface LoweredDefinitions {
  readonly params: readonly Param[]
  readonly definitions: readonly Definition[]
}

/**
 * Elaborates every `rate`, `param` and `let`, each after those that it uses, and notes their dimensions in the
 * compilation. Reports names that are defined by themselves, bounds of another dimension than their param, and
 * rates that are no money.
 */
export function lowerDefinitions(compilation: Compilation, settings: Settings): LoweredDefinitions {
  const { order, cycles } = orderDefinitions(compilation.declarations, settings)
  for (const cycle of cycles) reportCycle(compilation, cycle)
  // Bounds may name what comes after their param; then they wait.
  const params: { readonly param: Param; readonly bounds: Param['bounds'] | 'later' }[] = []
  const definitions: Definition[] = []
  for (const declared of order) {
    const { name, node } = declared
    if (compilation.values.has(name) || node.value === null) continue
    const setting = settings.get(name)
    const value = elaborateValue(compilation, declared, node.value, setting)
    compilation.values.set(name, value?.dimension ?? null)
    if (value === null) continue
    const isRandom = value.expression.op === 'ref' && value.expression.name === name
    if (declared.kind.name === 'param') {
      const param = { name, label: node.label?.value ?? null, doc: node.doc, value, bounds: null }
      const bounds = areBoundsReady(compilation, declared) ? lowerBounds(compilation, param) : 'later'
      if (bounds === 'wrong-value') compilation.values.set(name, null)
      else params.push({ param, bounds })
    } else if (!isRandom) definitions.push({ name, doc: node.doc, value })
  }
  const bounded = params.flatMap(({ param, bounds: known }) => {
    const bounds = known === 'later' ? lowerBounds(compilation, param) : known
    return bounds === 'wrong-value' ? [] : [{ ...param, bounds }]
  })
  return { params: inFileOrder(compilation, bounded), definitions: inFileOrder(compilation, definitions) }
}

function inFileOrder<T extends { readonly name: string }>(
  { declarations: { all } }: Compilation,
  things: readonly T[],
): readonly T[] {
  const places = new Map(all.map(({ name }, place) => [name, place]))
  return things.toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0))
}

function elaborateValue(
  compilation: Compilation,
  declared: Declared,
  node: Expr,
  setting: Setting | undefined,
): Quantity | null {
  const { name, kind, mended } = declared
  const site = makeSite(
    compilation,
    randomOf(compilation, kind.name === 'let' ? node : null, name),
    mended,
    declared.file,
  )
  const typed = elaborate(node, site)
  if (typed === null) return null
  if (kind.name === 'rate' && !sameDimension(typed.dimension, money)) {
    reportWrongDimension('an exchange rate', money, typed, site, {
      notes: [`it says what one ${name} is worth, for example 'rate EUR = 1.08 USD'`],
    })
    return null
  }
  const rate = kind.name === 'rate' ? constantValue(typed.term) : null
  if (rate !== null && numberOf(rate) <= 0) {
    const parameters = { what: `the rate of ${name}`, value: String(numberOf(rate)), range: 'more than 0' }
    site.reporter.report(outOfRange, parameters, placeAt(site, node))
    return null
  }
  return setting === undefined ? quantityOf(typed, site) : elaborateSetting(compilation, name, typed, setting)
}

/** What spreads in a definition become: the name is the definition's where the spread is all of it. */
function randomOf({ vocabulary }: Compilation, whole: Expr | null, name: string): RandomPlace {
  const isWhole = whole !== null && isSpread(whole, vocabulary)
  return { name: isWhole ? name : `${name}~`, range: 'any', purpose: null }
}

/** The value that `--set` gives to a param, where it is of the param's dimension. */
function elaborateSetting(
  compilation: Compilation,
  name: string,
  original: Typed,
  { file, node }: Setting,
): Quantity | null {
  const randoms = compilation.randoms.findIndex((random) => random.name.startsWith(`${name}~`))
  if (randoms >= 0) compilation.randoms.splice(randoms)
  const site = makeSite(compilation, randomOf(compilation, null, name), false, file)
  const typed = elaborate(node, site)
  if (typed === null) return null
  if (sameDimension(typed.dimension, original.dimension)) return quantityOf(typed, site)
  reportWrongDimension(`param '${name}'`, original.dimension, typed, site)
  return null
}

function reportCycle(compilation: Compilation, cycle: readonly Declared[]): void {
  const [first] = cycle
  const known = cycle.some(({ name }) => compilation.values.has(name))
  for (const { name } of cycle) compilation.values.set(name, null)
  if (first === undefined || known || cycle.some(({ mended }) => mended)) return
  const names = [...cycle, first].map(({ name }) => name)
  const { reporter } = compilation
  const steps = cycle.map(({ node, file }, index) => {
    return { file, span: node.name?.span ?? node.span, text: `uses '${names[index + 1] ?? ''}'` }
  })
  const [place, ...secondary] = steps
  if (place === undefined) return
  reporter.report(definedByItself, { cycle: names }, place, { label: place.text, secondary })
}
