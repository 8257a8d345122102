import type { ExactForm } from '../arithmetic/arithmetic.ts'
import type { Dimension } from '../instance/quantity.ts'
import {
  dictionary,
  flag,
  list,
  nullable,
  number,
  pair,
  record,
  type Shape,
  text,
  words,
} from '../loading/shape.ts'
import type { RouteKey } from './document.ts'
import { dimensionShape, exactForm, routeKey } from './parts.ts'

/** Values at which a verdict changes, others held fixed. */
export interface FlipsEntry {
  /**
   * Churn penalties at which the provider's choice changes, ascending, with the candidate on each side; absent where the game
   * has no closed form.
   */
  readonly penalty?: readonly PenaltyFlip[]
  /** On demand: for every param, and every number that a declaration gives, all values at which a verdict changes. */
  readonly inputs?: readonly InputFlips[]
  /** Names of numbers that were not looked at, because every look takes long in this game. */
  readonly skipped?: readonly string[]
}

export interface PenaltyFlip {
  readonly at: number
  readonly exact: ExactForm | null
  /** Ids and routes of the candidates below and above. */
  readonly below: { readonly id: string; readonly route: RouteKey; readonly abandonment: number }
  readonly above: { readonly id: string; readonly route: RouteKey; readonly abandonment: number }
}

/** What one number of the game decides. */
export interface InputFlips {
  /** `churn`, `o3.success`: as `--set` and sweeps call it. */
  readonly name: string
  /** A noun phrase: `param 'churn'`, `the success of model 'o3'`. */
  readonly what: string
  readonly value: number
  readonly dimension: Dimension
  /** What was looked at: the values that the game allows; null for an end that is not bounded. */
  readonly range: { readonly from: number | null; readonly to: number | null }
  /**
   * `exact`: every sign that decides a verdict was followed as a polynomial over the whole range, so there are no other flips.
   * `scan`: the game was solved at some values; between neighbours with the same verdict more may hide.
   */
  readonly method: 'exact' | 'scan'
  /** Of a scan: how many values were solved. */
  readonly solved?: number
  /** Ascending. */
  readonly flips: readonly InputFlip[]
}

export interface InputFlip {
  readonly at: number
  readonly exact: ExactForm | null
  /** The verdicts are certain at both of these, and the change lies between: equal where the value is exact. */
  readonly bracket: readonly [number, number]
  /**
   * Of a scan: between these the first model certainly changes, the least cost of routes with the told start and a bound that no other
   * route is below being apart at both; null where that was not shown, as it never is for other changes.
   */
  readonly certified?: readonly [number, number] | null
  readonly changes: readonly VerdictPart[]
  /** Just below and just above. */
  readonly below: FlipVerdict
  readonly above: FlipVerdict
}

/** The route, how users answer it, whether they would rather have another, whether slowing models down pays. */
export type VerdictPart = 'route' | 'behaviour' | 'gap' | 'throttling'

export interface FlipVerdict {
  /** The candidate's id where there is a closed form: `C1`, `Q2`, `J1(s0)`; else null. */
  readonly id: string | null
  /** Null where each user has a route of her own. */
  readonly route: RouteKey | null
  /** By user: `stays`, `leaves`, `sometimes leaves`, `does not begin`, `leaves after 3`, … */
  readonly replies: Readonly<Record<string, string>>
  readonly gap: boolean
  /** Null where it is not known. */
  readonly throttling: boolean | null
}

const side = record<PenaltyFlip['below']>({ id: text, route: routeKey, abandonment: number })
const verdict = record<FlipVerdict>({
  id: nullable(text),
  route: nullable(routeKey),
  replies: dictionary(text),
  gap: flag,
  throttling: nullable(flag),
})
const inputFlip = record<InputFlip>(
  {
    at: number,
    exact: nullable(exactForm),
    bracket: pair(number, number),
    certified: nullable(pair(number, number)),
    changes: list(words('route', 'behaviour', 'gap', 'throttling'), 1),
    below: verdict,
    above: verdict,
  },
  ['certified'],
)
const inputFlips = record<InputFlips>(
  {
    name: text,
    what: text,
    value: number,
    dimension: dimensionShape,
    range: record<InputFlips['range']>({ from: nullable(number), to: nullable(number) }),
    method: words('exact', 'scan'),
    solved: number,
    flips: list(inputFlip),
  },
  ['solved'],
)

export const flipsShape: Shape<FlipsEntry> = record<FlipsEntry>(
  {
    penalty: list(record<PenaltyFlip>({ at: number, exact: nullable(exactForm), below: side, above: side })),
    inputs: list(inputFlips),
    skipped: list(text, 1),
  },
  ['penalty', 'inputs', 'skipped'],
)
