import type { GameInstance } from '@plumbline/game'
import { decimal, noNumber } from './decimal.ts'

/** Writes the quantities of one game with its units. Each takes null for what is undefined. */
export interface Amounts {
  /** `0.1138 USD`; in a game of bare numbers `0.4 units of cost`. */
  readonly cost: (value: number | null, digits?: number) => string
  /** `12.3 s`, `14.2 min`; in a game of bare numbers `4 units of time`. */
  readonly time: (value: number | null, digits?: number) => string
  /** In what the users' values are in: money, time, or `2 units of utility`. */
  readonly utility: (value: number | null, digits?: number) => string
  /** The same for the cells of a table: bare numbers stay bare. */
  readonly cell: {
    readonly cost: (value: number | null) => string
    readonly time: (value: number | null) => string
    readonly utility: (value: number | null) => string
  }
  /** What an axis or a column's head says the unit is; empty for bare numbers. */
  readonly unit: { readonly cost: string; readonly time: string; readonly utility: string }
}

/** A writer of amounts in the units of a game. */
export function amountsIn(units: GameInstance['units']): Amounts {
  const inUnit =
    (unit: string | null, words: string) =>
    (value: number | null, digits?: number): string =>
      amount(value, unit, words, digits)
  return {
    cost: inUnit(units.cost, 'units of cost'),
    time: inUnit(units.time, 'units of time'),
    utility: inUnit(units.utility, 'units of utility'),
    cell: {
      cost: inUnit(units.cost, ''),
      time: inUnit(units.time, ''),
      utility: inUnit(units.utility, ''),
    },
    unit: { cost: units.cost ?? '', time: units.time ?? '', utility: units.utility ?? '' },
  }
}

function amount(value: number | null, unit: string | null, words: string, digits?: number): string {
  if (value === null || !Number.isFinite(value)) return noNumber
  if (unit === 's') return duration(value, digits)
  const number = decimal(value, digits)
  const singular = number === '1' ? words.replace(/^units/, 'unit') : words
  return [number, unit ?? singular].filter((part) => part !== '').join('\u00a0')
}

const scales = [
  { unit: 'days', seconds: 86_400, from: 259_200 },
  { unit: 'h', seconds: 3600, from: 7200 },
  { unit: 'min', seconds: 60, from: 600 },
  { unit: 's', seconds: 1, from: 1e-3 },
  { unit: 'µs', seconds: 1e-6, from: 1e-6 },
  { unit: 'ns', seconds: 1e-9, from: 1e-12 },
] as const

/** Seconds from a thousandth up to ten minutes, then minutes, hours and days; below, millionths and billionths of a second. */
function duration(seconds: number, digits?: number): string {
  const scale = scales.find(({ from }) => Math.abs(seconds) >= from && Math.abs(seconds) < 1e9)
  const { unit, seconds: size } = scale ?? { unit: 's', seconds: 1 }
  return `${decimal(seconds / size, digits)}\u00a0${unit}`
}

/**
 * A probability in percent, `9.83%`. Only a certain one is `0%` or `100%`: others keep enough digits to show
 * that they are not.
 */
export function percent(probability: number | null, digits = 3): string {
  if (probability === null || !Number.isFinite(probability)) return noNumber
  if (probability === 0 || probability === 1) return `${probability * 100}%`
  for (let more = digits; more < 16; more++) {
    const text = decimal(probability * 100, more)
    if (probability > 1 || text !== '100') return `${text}%`
  }
  return 'just under 100%'
}
