import type { PointSolution, PointUser } from '../points/point.ts'

/** How far a route moves tasks on at a variable of the chain. */
export type Extent = 'none' | 'some' | 'all'

/** What a user does, as far as it has a name. */
export type Behaviour = 'absent' | 'stays' | 'leaves' | 'sometimes' | 'differs'

/** What all points of a region of a map have in common. */
export interface Regime {
  /** The first model; null where users choose. */
  readonly start: string | null
  /** By variable of the chain. Empty where no failure is answered, for then nothing is ever moved on. */
  readonly extents: readonly Extent[]
  /** In the order of the instance. */
  readonly users: readonly { readonly answer: Behaviour; readonly start: string | null }[]
}

/** The regime of a solved point. */
export function regimeOf({ route, users }: PointSolution): Regime {
  const answers = users.map((user) => ({ answer: answerOf(user), start: user.route?.start ?? null }))
  const anyReturns = answers.some(({ answer }) => answer !== 'leaves' && answer !== 'absent')
  return {
    start: route?.start ?? null,
    extents: route === null || !anyReturns ? [] : route.variables.map(extentOf),
    users: answers,
  }
}

/** Two points have the same regime where their keys are the same. */
export function regimeKey(regime: Regime): string {
  return JSON.stringify(regime)
}

function answerOf({ begins, abandonment }: PointUser): Behaviour {
  if (!begins) return 'absent'
  if (abandonment === null) return 'differs'
  return abandonment === 0 ? 'stays' : abandonment === 1 ? 'leaves' : 'sometimes'
}

function extentOf(probability: number): Extent {
  return probability === 0 ? 'none' : probability === 1 ? 'all' : 'some'
}
