import type { CertificateEntry, ExactForm } from '@plumbline/game'
import type { SolvedGame } from './solved.ts'

/**
 * The exact values of the announced probabilities, of which the document has the doubles nearest, but for those at a limit of
 * their variable. Each once, in the order in which the document comes to them.
 */
export function probabilitiesEntry<N>({
  game,
  route,
  users,
  candidates,
}: SolvedGame<N>): Pick<CertificateEntry, 'probabilities'> {
  const { arithmetic: ar, chain } = game
  const routes = [
    route,
    ...users.flatMap((user) => [user.route, user.best.route]),
    ...candidates.map((candidate) => candidate.route),
  ]
  const found = new Map<string, ExactForm>()
  for (const each of routes) {
    for (const [index, value] of (each?.variables ?? []).entries()) {
      const variable = chain.variables[index]
      const double = ar.toNumber(value)
      if (variable !== undefined && [variable.low, variable.high].some((end) => ar.toNumber(end) === double))
        continue
      const form = ar.toExact(value)
      if (form !== null) found.set(JSON.stringify(form), form)
    }
  }
  return found.size === 0 ? {} : { probabilities: [...found.values()] }
}
