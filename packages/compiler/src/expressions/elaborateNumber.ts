import { parseRational, type Term } from '@plumbline/game'
import {
  type DiagnosticDetails,
  insertWord,
  type NameNode,
  type NumberNode,
  replaceWord,
} from '@plumbline/parser'
import { severalCurrencies } from '../diagnostics/dimensions.ts'
import { unknownUnit } from '../diagnostics/names.ts'
import { tooLarge } from '../diagnostics/values.ts'
import { plain } from '../dimensions/dimension.ts'
import { nearest } from '../names/nearest.ts'
import { didYouMean } from '../reporting/suggest.ts'
import type { UnitDefinition } from '../vocabulary/define.ts'
import { slipOf } from '../vocabulary/units/slips.ts'
import { placeAt, type Site, type Typed } from './site.ts'

/** Digits that a number may be written out with. */
const mostDigits = 1000

/** A number literal in base units. Reports units that do not exist and numbers that are too long. */
export function elaborateNumber(node: NumberNode, site: Site): Typed | null {
  const written = rationalOf(node.value)
  if (written === null) {
    site.reporter.report(tooLarge, { what: 'this number' }, placeAt(site, node))
    return null
  }
  const share = node.percent ? written.div(100) : written
  if (node.unit === null) {
    return { term: { op: 'number', value: share.toFraction() }, dimension: plain, node }
  }
  const unit = unitOf(node.unit, site, node)
  if (unit === null) return null
  if (site.compilation.declarations.rates.has(unit.name)) {
    const exchanged = elaborateUnit(node.unit, unit, site)
    const left: Term = { op: 'number', value: share.toFraction() }
    return exchanged && { ...exchanged, term: { op: 'mul', left, right: exchanged.term }, node }
  }
  if (!isCountedIn(node.unit, unit, site)) return null
  const scale = parseRational(unit.scale)
  if (scale === null) throw new TypeError(`a unit without a scale: '${unit.name}'`)
  return { term: { op: 'number', value: share.mul(scale).toFraction() }, dimension: unit.dimension, node }
}

/** `12 cents` as `0.12 USD`, in the currency of the file. */
function inWholeUnits(number: NumberNode | null, site: Site): DiagnosticDetails | null {
  const amount = number === null || number.percent ? null : rationalOf(number.value)
  if (number === null || amount === null) return null
  const text = `${amount.div(100).toString()} ${site.compilation.currency?.name ?? 'USD'}`
  return {
    label: `did you mean '${text}'?`,
    fixes: [replaceWord(site.file, { span: number.span, text, surely: true })],
  }
}

function rationalOf(text: string): ReturnType<typeof parseRational> {
  const exponent = text.search(/e/i)
  const power = exponent < 0 ? 0 : Math.abs(Number(text.slice(exponent + 1)))
  if ((exponent < 0 ? text.length : exponent) + power > mostDigits) return null
  return parseRational(text)
}

/** One of a unit, by its name alone: `USD` in `40 * USD`. */
export function elaborateUnit(node: NameNode, unit: UnitDefinition, site: Site): Typed | null {
  const { declarations, values } = site.compilation
  if (declarations.rates.has(unit.name)) {
    const dimension = values.get(unit.name) ?? null
    return dimension && { term: { op: 'ref', name: unit.name }, dimension, node }
  }
  if (!isCountedIn(node, unit, site)) return null
  return { term: { op: 'number', value: unit.scale }, dimension: unit.dimension, node }
}

/** Whether a unit is no currency, or the one that the game counts in. */
function isCountedIn(node: NameNode, unit: UnitDefinition, site: Site): boolean {
  const { currency } = site.compilation
  if (unit.dimension.money !== 1 || currency === null || currency.name === unit.name) return true
  site.reporter.report(severalCurrencies, { one: currency.name, other: unit.name }, placeAt(site, node), {
    label: `${unit.name}, written here`,
    secondary: [
      { file: currency.file, span: currency.span, text: `${currency.name}, the first currency of the file` },
    ],
    notes: [`declare what one is worth, for example 'rate ${unit.name} = 1.08 ${currency.name}'`],
  })
  return false
}

/** The unit of a number. Reports a word that is none. */
function unitOf(node: NameNode, site: Site, number: NumberNode): UnitDefinition | null {
  const { vocabulary, declarations, used } = site.compilation
  const unit = vocabulary.units.get(node.text)
  if (unit !== undefined) return unit
  const declared = declarations.things.get(node.text)
  if (declared === undefined) {
    reportUnknownUnit(node, site, number)
    return null
  }
  used.add(node.text)
  site.reporter.report(unknownUnit, { word: node.text }, placeAt(site, node), {
    label: `a ${declared.kind.name}; a product needs its '*'`,
    fixes: [
      insertWord(site.file, {
        at: node.span.start,
        text: '* ',
        reads: `* ${node.text}`,
        surely: false,
      }),
    ],
  })
  return null
}

/** Says that a word is no unit, and what was meant; `number` is what stands before it. */
export function reportUnknownUnit(node: NameNode, site: Site, number: NumberNode | null = null): void {
  const { units } = site.compilation.vocabulary
  const slip = slipOf(node.text)
  const usual = [...units.values()]
    .filter(({ dimension }) => dimension.money !== 1 || /^[A-Z]{3}$/.test(node.text))
    .map(({ name }) => name)
  const meant = slip === null ? nearest(node.text, usual) : slip.unit
  const note =
    slip?.advice ??
    "units are ns us ms s min h day week, tok ktok Mtok, and currencies such as 'USD' or 'EUR'"
  const whole = slip?.hundredths === true ? inWholeUnits(number, site) : null
  const details = whole ?? didYouMean(site.file, node.span, meant, [note], slip !== null)
  site.reporter.report(unknownUnit, { word: node.text }, placeAt(site, node), details)
}
