import type { GameInstance } from '../instance/instance.ts'
import type { Dimension } from '../instance/quantity.ts'

/** The names of a game's units. */
export type Units = GameInstance['units']

/**
 * A number as people read it: up to `digits` significant digits, no trailing zeros, and powers of ten only below
 * a millionth and from 10^21 on.
 */
export function formatNumber(value: number, digits = 6): string {
  const shortened = Number(value.toPrecision(digits))
  return String(shortened === 0 ? 0 : shortened)
}

/**
 * A quantity in words: `-3 s`, `0.002 USD`, `0.00000125 USD/tok`. Plain numbers have no unit.
 *
 * @param value in base units: the game's currency, seconds, tokens.
 */
export function formatQuantity(value: number, dimension: Dimension, units: Units, digits = 6): string {
  const unit = unitOf(dimension, units)
  return unit === '' ? formatNumber(value, digits) : `${formatNumber(value, digits)} ${unit}`
}

/** The unit of a dimension in the game's base units, `USD/s`; empty for a plain number. */
export function unitOf(dimension: Dimension, units: Units): string {
  const powers: readonly (readonly [string, number])[] = [
    [units.cost ?? 'money', dimension.money ?? 0],
    [units.time ?? 's', dimension.time ?? 0],
    ['tok', dimension.tokens ?? 0],
  ]
  const above = powers.filter(([, power]) => power > 0).map(([name, power]) => raised(name, power))
  const below = powers.filter(([, power]) => power < 0).map(([name, power]) => raised(name, -power))
  if (below.length === 0) return above.join(' ')
  const over = above.length === 0 ? '1' : above.join(' ')
  return `${over}/${below.length === 1 ? below.join('') : `(${below.join(' ')})`}`
}

function raised(name: string, power: number): string {
  return power === 1 ? name : `${name}^${String(power)}`
}
