import { choose, type Available } from './choose.ts'
import type { Candidate } from './equilibrium.ts'
import type { LeaderProblem } from './leader-problem.ts'

/** What an available option is to a reader, at its preferred escalation. */
export function candidateOf<N>(problem: LeaderProblem<N>, each: Available<N>): Candidate<N> {
  const { option, cost, attained } = each
  const place = choose(problem.arithmetic, [each], problem.starts).place
  return {
    id: option.id,
    route: { start: option.start, variables: problem.variables(place?.at ?? null) },
    escalation: place?.at ?? null,
    persistence: option.persistence,
    cost,
    line: option.line,
    utility: option.utility,
    attained,
  }
}
