import { at, numberExpression, type Expression, type GameInstance } from '@plumbline/game'
import { titleOf, visible } from '../formatting/label.ts'
import { shownUnit } from '../formatting/shown-unit.ts'

/** A param that a reader of the page may move: one with bounds. Numbers are in `unit`. */
export interface Control {
  readonly name: string
  readonly title: string
  readonly about: string | null
  readonly low: number
  readonly high: number
  readonly value: number
  /** As one would write it behind a number in a file; empty for plain numbers. */
  readonly unit: string
  /** How many base units one `unit` is, as a fraction: `1/3600`. */
  readonly scale: string
}

/** Places of a slider, both ends among them. */
export const slidePlaces = 1000

/** The params that have bounds, in the order of the file; none where their numbers are not in order. */
export function controlsOf(instance: GameInstance): readonly Control[] {
  const evaluation = at(instance, new Map(), (game, termValue) =>
    instance.params.flatMap(({ name, label, doc, value, bounds }): readonly Control[] => {
      if (bounds === null) return []
      const { unit, scale, size } = shownUnit(value.dimension, instance.units)
      const numbers = [bounds.low, bounds.high, value].map(({ expression }) => {
        const outcome = termValue(expression, () => ({ ok: false, failure: 'no-real-value' }))
        return outcome.ok ? game.arithmetic.toNumber(outcome.value) / size : NaN
      })
      const [low = NaN, high = NaN, now = NaN] = numbers
      if (!numbers.every(Number.isFinite) || low >= high) return []
      const about = doc === null ? null : visible(doc).trim()
      return [{ name, title: titleOf({ name, label }), about, low, high, value: now, unit, scale }]
    }),
  )
  return evaluation.ok ? evaluation.value : []
}

/** The number at a place of a slider, in few digits: what the page shows is what is solved. */
export function numberAt({ low, high }: Control, place: number): number {
  if (place <= 0) return low
  if (place >= slidePlaces) return high
  const exactly = low + ((high - low) * place) / slidePlaces
  const digits = Math.max(0, Math.min(15, 3 - Math.floor(Math.log10(high - low))))
  const rounded = Number(exactly.toFixed(digits))
  return Math.min(high, Math.max(low, rounded))
}

/** The place of a slider nearest to a number. */
export function placeOf({ low, high }: Control, value: number): number {
  return Math.round(((value - low) / (high - low)) * slidePlaces)
}

/** A number of a control's unit as an expression in base units, exactly the decimal that people see. */
export function expressionOf({ scale }: Control, value: number): Expression {
  const number = numberExpression(String(value))
  return scale === '1' ? number : { op: 'mul', left: number, right: { op: 'number', value: scale } }
}

/** The instance with some params moved. */
export function movedTo(instance: GameInstance, values: ReadonlyMap<string, Expression>): GameInstance {
  const params = instance.params.map((param) => {
    const expression = values.get(param.name)
    return expression === undefined ? param : { ...param, value: { ...param.value, expression } }
  })
  return { ...instance, params }
}
