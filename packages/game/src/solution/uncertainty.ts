import {
  dictionary,
  flag,
  index,
  list,
  nullable,
  number,
  record,
  type Shape,
  text,
  words,
} from '../loading/shape.ts'
import type { RouteKey } from './document.ts'
import { routeKey } from './parts.ts'

/** How sure the answer is, given how sure we are of the numbers that it rests on. */
export interface UncertaintyEntry {
  /** Draws of all uncertain numbers together at which the game was solved. */
  readonly draws: number
  /** Draws at which the numbers are out of their ranges; left out, so that all else is given that they are not. */
  readonly rejected: number
  readonly seed: number
  /** The uncertain numbers. */
  readonly inputs: readonly UncertainInputEntry[]
  /** How often each kind of route is the optimum, the most frequent first. */
  readonly routes: readonly UncertainRouteEntry[]
  readonly verdicts: readonly UncertainVerdictEntry[]
  readonly intervals: {
    readonly cost: IntervalEntry
    /** Over the users, weighted. */
    readonly gap: IntervalEntry
    readonly utility: IntervalEntry
  }
  /** What it would be worth to know the numbers; absent where the provider has no route to announce. */
  readonly knowing?: KnowingEntry
}

/** A number with the standard error that comes of drawing at random. */
export interface EstimateEntry {
  readonly value: number
  readonly error: number
}

export interface UncertainInputEntry {
  readonly name: string
  /** The value with which the rest of the document is solved. */
  readonly point: number
  readonly mean: number
  /** Below which 5 %, and 95 %, of the draws lie. */
  readonly low: number
  readonly high: number
}

export interface UncertainRouteEntry {
  readonly start: string
  /** By model that a task comes to: whether failures there move on, `never`, `sometimes` or `always`. */
  readonly escalates: Readonly<Record<string, 'never' | 'sometimes' | 'always'>>
  readonly probability: number
  readonly error: number
  /** The kind of route that the rest of the document tells. */
  readonly told: boolean
}

/** The sides that a verdict may come down on, the most probable first. */
export interface UncertainVerdictEntry {
  /**
   * `regime` and `behaviour` of a user; `gap`: whether users lose by the provider's choice; `throttling`: whether it pays;
   * `conflict` of the two orders of models; `assert`: whether it holds.
   */
  readonly of: 'regime' | 'behaviour' | 'gap' | 'throttling' | 'conflict' | 'assert'
  /** The name of the user, or the text of the assert; null for a verdict on the game. */
  readonly about: string | null
  readonly sides: readonly VerdictSideEntry[]
}

export interface VerdictSideEntry {
  readonly is: string
  readonly probability: number
  readonly error: number
  /** What the rest of the document says. */
  readonly told: boolean
}

/** Mean and quantiles over the draws. */
export interface IntervalEntry {
  readonly mean: number
  readonly error: number
  /** Below which 5 %, 50 % and 95 % of the draws lie. */
  readonly low: number
  readonly median: number
  readonly high: number
}

/** What the provider would save, per task and on average, by knowing numbers exactly before it announces its route. */
export interface KnowingEntry {
  /** All of them: the most that any measurement can be worth. */
  readonly all: EstimateEntry
  /** One of them alone, by name; the most valuable first. */
  readonly inputs: readonly (EstimateEntry & { readonly name: string })[]
  /** What a task costs on average on the route that the document tells, whatever the numbers turn out to be. */
  readonly told: EstimateEntry
  /** The route that is best on average for who has to announce one now, and what a task costs on it. */
  readonly best: EstimateEntry & { readonly route: RouteKey }
  /** Routes among which that was sought. */
  readonly routes: number
}

const estimate = { value: number, error: number }
const interval = record<IntervalEntry>({
  mean: number,
  error: number,
  low: number,
  median: number,
  high: number,
})
const frequency = { probability: number, error: number, told: flag }

export const uncertaintyShape: Shape<UncertaintyEntry> = record<UncertaintyEntry>(
  {
    draws: index,
    rejected: index,
    seed: index,
    inputs: list(
      record<UncertainInputEntry>({ name: text, point: number, mean: number, low: number, high: number }),
    ),
    routes: list(
      record<UncertainRouteEntry>({
        start: text,
        escalates: dictionary(words('never', 'sometimes', 'always')),
        ...frequency,
      }),
    ),
    verdicts: list(
      record<UncertainVerdictEntry>({
        of: words('regime', 'behaviour', 'gap', 'throttling', 'conflict', 'assert'),
        about: nullable(text),
        sides: list(record<VerdictSideEntry>({ is: text, ...frequency }), 1),
      }),
    ),
    intervals: record<UncertaintyEntry['intervals']>({ cost: interval, gap: interval, utility: interval }),
    knowing: record<KnowingEntry>({
      all: record<EstimateEntry>(estimate),
      inputs: list(record<KnowingEntry['inputs'][number]>({ name: text, ...estimate })),
      told: record<EstimateEntry>(estimate),
      best: record<KnowingEntry['best']>({ route: routeKey, ...estimate }),
      routes: index,
    }),
  },
  ['knowing'],
)
