import { InvalidArgumentError, Option } from '@commander-js/extra-typings'

/** How long a search may take, and how closely it has to enclose the provider's least cost. */
export interface SearchAsked {
  /** Relative; undefined: as the solver does when nobody says. */
  readonly tolerance: number | undefined
  /** Milliseconds. */
  readonly time: number
  /** Of uncertain numbers, for the analysis of these: how many, and from which seed. */
  readonly draws?: number
  readonly seed?: number
  /** Whether documents list why no route costs less: where that is short, or whatever it takes. */
  readonly proof?: 'short' | 'whole'
}

/** Milliseconds after which a search ends with the best that it has, and says how near that is known to be. */
const mostTime = 30_000

/** What a search keeps to where nobody says otherwise. */
export const usualSearch: SearchAsked = { tolerance: undefined, time: mostTime }

function parseTolerance(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value < 1))
    throw new InvalidArgumentError('It is a share of the cost, as in 1e-8.')
  return value
}

const units = new Map([
  ['ms', 1],
  ['s', 1000],
  ['', 1000],
  ['min', 60_000],
  ['h', 3_600_000],
])

function parseTime(text: string): number {
  const [, digits = '', unit = ''] = /^([\d.]+) ?([a-z]*)$/.exec(text.trim()) ?? []
  const scale = units.get(unit)
  const value = digits === '' ? NaN : Number(digits)
  if (scale === undefined || !Number.isFinite(value))
    throw new InvalidArgumentError("It is a time, as in 10s, '2 min' or 1h.")
  return value * scale
}

export const toleranceOption = new Option(
  '--tolerance <share>',
  'how closely a search has to enclose the least cost, relative to it; 1e-6 unless told',
).argParser(parseTolerance)

export const timeOption = new Option(
  '--time <time>',
  'when a search ends with the best so far and its bound, as in 10s; 30s unless told',
).argParser(parseTime)
