import {
  at,
  numberExpression,
  unitOf,
  type Dimension,
  type Expression,
  type GameInstance,
} from '@plumbline/game'
import { titleOf, visible } from '../formatting/label.ts'

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
      const { unit, scale, size } = shownUnit(value.dimension, instance)
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

/** People think of money for time by the hour. */
function shownUnit(
  dimension: Dimension,
  { units }: GameInstance,
): { readonly unit: string; readonly scale: string; readonly size: number } {
  const { money = 0, time = 0, tokens = 0 } = dimension
  if (money === 1 && time === -1 && tokens === 0)
    return { unit: `${units.cost ?? 'money'}/h`, scale: '1/3600', size: 1 / 3600 }
  return { unit: unitOf(dimension, units), scale: '1', size: 1 }
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
