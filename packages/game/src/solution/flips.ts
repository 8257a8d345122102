import type { ExactForm } from '../arithmetic/arithmetic.ts'
import { list, nullable, number, record, type Shape, text } from '../loading/shape.ts'
import type { RouteKey } from './document.ts'
import { exactForm, routeKey } from './parts.ts'

/** Values at which a verdict changes, others held fixed. */
export interface FlipsEntry {
  /** Churn penalties at which the provider's choice changes, ascending, with the candidate on each side. */
  readonly penalty: readonly PenaltyFlip[]
}

export interface PenaltyFlip {
  readonly at: number
  readonly exact: ExactForm | null
  /** Ids and routes of the candidates below and above. */
  readonly below: { readonly id: string; readonly route: RouteKey; readonly abandonment: number }
  readonly above: { readonly id: string; readonly route: RouteKey; readonly abandonment: number }
}

const side = record<PenaltyFlip['below']>({ id: text, route: routeKey, abandonment: number })

export const flipsShape: Shape<FlipsEntry> = record<FlipsEntry>({
  penalty: list(record<PenaltyFlip>({ at: number, exact: nullable(exactForm), below: side, above: side })),
})
