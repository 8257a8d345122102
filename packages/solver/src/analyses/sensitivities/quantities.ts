import type { SolvedGame, SolvedUser } from '../../document/solved.ts'

/** The numbers that a solution reports, by the names that asserts call them; null for one without a value. */
export function reportedQuantities<N>(
  solved: SolvedGame<N>,
  provider: string,
): ReadonlyMap<string, N | null> {
  const { game, users, route, throttling } = solved
  const { chain } = game
  const pairs: (readonly [string, N | null])[] = [
    [`${provider}.cost`, solved.provider.cost],
    [`${provider}.serving`, solved.provider.serving],
    [`${provider}.loss`, solved.provider.loss],
    [`${provider}.regret`, solved.provider.regret],
    ['users.gap', solved.gap],
    ['welfare', solved.welfare],
  ]
  for (const [index, { state }] of chain.variables.entries()) {
    pairs.push([`route.escalation.${chain.states[state]?.name ?? ''}`, route?.variables[index] ?? null])
  }
  for (const [index, user] of users.entries()) {
    const name = game.users[index]?.name ?? ''
    pairs.push(
      [`${name}.utility`, user.utility],
      [`${name}.best_utility`, user.best.utility],
      [`${name}.gap`, user.gap],
      [`${name}.success`, user.success],
      [`${name}.latency`, user.latency],
      [`${name}.attempts`, user.attempts],
      [`${name}.abandonment`, leaving(solved, user)],
    )
  }
  if (throttling !== null)
    pairs.push(['throttling.gain', throttling.gain], ['throttling.harm', throttling.harm])
  return new Map(pairs)
}

function leaving<N>({ game: { arithmetic: ar } }: SolvedGame<N>, { reply }: SolvedUser<N>): N | null {
  return reply.kind === 'stationary' ? ar.sub(ar.from(1), reply.persistence) : null
}
