import { flag, list, nullable, number, record, type Shape, text, words } from '../loading/shape.ts'

/** What policies that do not ask how users answer come to when users do answer. */
export interface BaselinesEntry {
  readonly policies: readonly BaselineEntry[]
}

/** `user-choice`: every user picks the model that is best for her. The others are one rule for all. */
export type BaselineName =
  'cheapest' | 'fastest' | 'least-cost-of-pass' | 'least-latency-of-pass' | 'user-choice'

export interface BaselineEntry {
  readonly name: BaselineName
  /** In the order in which they are tried, the last one for good; under `user-choice`, those that somebody picks. */
  readonly models: readonly string[]
  /** Whether the game's own menu lets the provider announce it. */
  readonly allowed: boolean
  /** What a task costs the provider in all, and its parts. */
  readonly cost: number
  readonly serving: number
  readonly loss: number
  readonly success: number
  /** Over the users, weighted. */
  readonly utility: number
  /** What users lose by it against the routes that each would choose. */
  readonly gap: number
  readonly users: readonly BaselineUserEntry[]
  /** `cost` less that of the equilibrium: what it costs the provider not to ask how users answer. */
  readonly price: number
}

/** How one declared user answers; a mean over her types where she stands for several. */
export interface BaselineUserEntry {
  readonly name: string
  /** The model that she picks, under `user-choice`; null where her types differ in it. */
  readonly model?: string | null
  /** Null where she answers with more than one number, or does not begin. */
  readonly abandonment: number | null
  readonly begins: boolean
  readonly utility: number
}

const baseline = record<BaselineEntry>({
  name: words('cheapest', 'fastest', 'least-cost-of-pass', 'least-latency-of-pass', 'user-choice'),
  models: list(text, 1),
  allowed: flag,
  cost: number,
  serving: number,
  loss: number,
  success: number,
  utility: number,
  gap: number,
  users: list(
    record<BaselineUserEntry>(
      { name: text, model: nullable(text), abandonment: nullable(number), begins: flag, utility: number },
      ['model'],
    ),
  ),
  price: number,
})

export const baselinesShape: Shape<BaselinesEntry> = record<BaselinesEntry>({ policies: list(baseline) })
