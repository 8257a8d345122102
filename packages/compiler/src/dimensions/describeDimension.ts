import type { Dimension } from '@plumbline/game'
import { isPlain, money, sameDimension, time, tokens } from './dimension.ts'

/** A dimension as a sentence says it: `money`, `a time`, `a plain number`, `money per time`, `1 per time`. */
export function describeDimension(dimension: Dimension): string {
  if (isPlain(dimension)) return 'a plain number'
  if (sameDimension(dimension, money)) return 'money'
  if (sameDimension(dimension, time)) return 'a time'
  if (sameDimension(dimension, tokens)) return 'a number of tokens'
  const powers: readonly (readonly [string, string, number])[] = [
    ['money', 'money', dimension.money ?? 0],
    ['time', 'time', dimension.time ?? 0],
    ['tokens', 'token', dimension.tokens ?? 0],
  ]
  const above = powers.filter(([, , power]) => power > 0).map(([name, , power]) => raised(name, power))
  const below = powers.filter(([, , power]) => power < 0).map(([, name, power]) => raised(name, -power))
  const over = above.length === 0 ? '1' : above.join(' times ')
  return below.length === 0 ? over : `${over} per ${below.join(' and ')}`
}

function raised(name: string, power: number): string {
  if (power === 1) return name
  return power === 2 ? `${name} squared` : `${name}^${String(power)}`
}

/** A number with a unit of the dimension, as one would write it: `0.05 USD`, `4 s`; null where none is usual. */
export function exampleOf(dimension: Dimension, currency: string): string | null {
  if (isPlain(dimension)) return '0.5'
  if (sameDimension(dimension, money)) return `0.05 ${currency}`
  if (sameDimension(dimension, time)) return '4 s'
  if (sameDimension(dimension, tokens)) return '900 tok'
  if (sameDimension(dimension, { money: 1, time: -1 })) return `40 ${currency}/h`
  if (sameDimension(dimension, { money: 1, tokens: -1 })) return `10 ${currency}/Mtok`
  return sameDimension(dimension, { tokens: 1, time: -1 }) ? '65 tok/s' : null
}
