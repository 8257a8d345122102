import type { Expression } from '@plumbline/game'
import { parseRational } from '@plumbline/game'
import { sameDimension } from '../dimensions/dimension.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import type { Site } from '../expressions/site.ts'
import type { FieldDefinition, MenuModel, VariableLimits } from '../vocabulary/define.ts'
import type { BoundField, BoundFields } from './bindFields.ts'
import type { Calling } from './bindArguments.ts'
import { lowerProbabilityRange } from './lowerProbabilityRange.ts'
import { lowerWord } from './lowerWord.ts'
import { modelNamed } from './modelNamed.ts'
import { quantityOf } from './quantityOf.ts'
import { reportNoStep, reportOutside } from './reportOutside.ts'
import { dimensionOfRole } from './settleDimensions.ts'

/** What a menu's block gives to the definition of its form. */
export interface GivenFields {
  /** By the names of the form's fields. */
  readonly values: object
  /** The expressions among them. */
  readonly expressions: readonly Expression[]
  /** Reports parts of fields that are no steps of the chain; to be called once the chain is made. */
  readonly reportStrangers: () => boolean
}

/** The values of a menu's fields; null where one of them is wrong, which is reported. */
export function menuFields(
  bound: BoundFields,
  fields: readonly FieldDefinition[],
  models: readonly MenuModel[],
  calling: Calling,
): GivenFields | null {
  const expressions: Expression[] = []
  const steps = new Map<string, Set<string>>()
  const wrong = new Set<FieldDefinition>()
  const valueOf = (field: FieldDefinition): unknown => {
    const given = bound.fields.get(field.name)
    switch (field.value.kind) {
      case 'range': {
        const parts = bound.parts.filter(({ definition }) => definition === field)
        const ranges = [...(given === undefined ? [] : [given]), ...parts].map((one) => {
          const limits = lowerProbabilityRange(field.name, one.entry.value, calling.site)
          if (limits === null) wrong.add(field)
          else expressions.push(limits.low, limits.high)
          return { target: one.parts.join('.'), limits }
        })
        const usual = defaultLimits(field)
        const limitsOf = (step: string): VariableLimits =>
          ranges.findLast(({ target }) => reaches(target, step))?.limits ?? usual
        if (field.parts !== 'steps') return limitsOf('')
        const asked = new Set<string>()
        steps.set(field.name, asked)
        return (from: MenuModel, to: MenuModel) => {
          const step = `${from.name}.${to.name}`
          asked.add(step)
          return limitsOf(step)
        }
      }
      case 'quantity': {
        const expression = given === undefined ? defaultNumber(field) : numberOf(field, given, calling)
        if (given !== undefined && expression === null) wrong.add(field)
        if (expression !== null) expressions.push(expression)
        return expression
      }
      case 'word': {
        const word = lowerWord(calling.site.compilation, bound, field)
        if (given !== undefined && word === null) wrong.add(field)
        return word
      }
      case 'name': {
        const model = given === undefined ? null : memberNamed(given, models, calling.site)
        if (given !== undefined && model === null) wrong.add(field)
        return model
      }
    }
  }
  const values = Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))
  if (wrong.size > 0) return null
  return { values, expressions, reportStrangers: () => reportStrangers(bound, steps, models, calling.site) }
}

/** Whether limits that are given for a part of the menu are those of a step: `standard` is every step from there. */
function reaches(target: string, step: string): boolean {
  return target === '' || target === step || step.startsWith(`${target}.`)
}

function reportStrangers(
  bound: BoundFields,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  models: readonly MenuModel[],
  site: Site,
): boolean {
  const names = models.map(({ name }) => name)
  const strangers = bound.parts.filter((field) => {
    const steps = [...(asked.get(field.definition.name) ?? [])]
    const isStep = steps.some((step) => reaches(field.parts.join('.'), step))
    if (!isStep) reportNoStep(field, steps, names, site)
    return !isStep
  })
  return strangers.length > 0
}

/** The model of the menu that a field names; null where it names none, which is reported. */
function memberNamed({ entry }: BoundField, models: readonly MenuModel[], site: Site): MenuModel | null {
  const model = entry.value === null ? null : modelNamed(entry.value, site)
  if (entry.value === null || model === null) return null
  const member = models.find(({ name }) => name === model.name)
  if (member !== undefined) return member
  const names = models.map(({ name }) => name)
  reportOutside(entry.value, model.name, names, site)
  return null
}

/** A number goes into the instance under the name of its menu and its own, with the range in which it must lie. */
function numberOf(
  { name, value, within = 'any' }: FieldDefinition,
  { entry }: BoundField,
  { owner, dimensions, site }: Calling,
): Expression | null {
  const path = `${owner}.${name}`
  const random = { name: `${path}~`, range: within, purpose: 'uncertainty' } as const
  const typed = entry.value === null ? null : elaborate(entry.value, { ...site, random })
  if (typed === null) return null
  const wanted = value.kind === 'quantity' ? dimensionOfRole(value.role, dimensions) : null
  if (wanted !== null && !sameDimension(typed.dimension, wanted)) {
    reportWrongDimension(name, wanted, typed, site)
    return null
  }
  site.compilation.numbers.push({ name: path, doc: null, value: quantityOf(typed, site), range: within })
  return { op: 'ref', name: path }
}

function defaultNumber({ default: usual }: FieldDefinition): Expression | null {
  return usual === null ? null : constant(usual)
}

/** The limits that a field has where nobody gives it any: `0 .. 1`, `1/2`. */
function defaultLimits({ default: usual }: FieldDefinition): VariableLimits {
  const [low = '0', high = low] = (usual ?? '0 .. 1').split('..')
  return { low: constant(low), high: constant(high), origin: null }
}

function constant(text: string): Expression {
  const value = parseRational(text.trim())
  if (value === null) throw new TypeError(`a default that is no number: '${text}'`)
  return { op: 'number', value: value.toFraction() }
}
