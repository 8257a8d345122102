import type { AnnouncingEntry, EquilibriumEntry, Game } from '@plumbline/game'
import type { HiddenEquilibrium, HiddenRouting } from '../hidden/equilibrium.ts'
import { weighted } from '../general/announce.ts'
import { difference } from '../misalignment/difference.ts'
import { routeKey, routeShares } from './route-entry.ts'
import { startShares } from './start-shares.ts'
import type { SolvedGame } from './solved.ts'

/** The equilibria of a game whose route users do not see, and what announcing it would be worth. */
export function hiddenEntries<N>(
  { game, provider, users }: SolvedGame<N>,
  { equilibria, announced }: HiddenRouting<N>,
): { readonly equilibria: readonly EquilibriumEntry[]; readonly announcing: AnnouncingEntry } {
  const { arithmetic: ar } = game
  const utility = weighted(game, (_, user) => users[user]?.utility ?? ar.from(0))
  return {
    equilibria: equilibria.map((each, index) => equilibriumEntry(game, each, index === 0)),
    announcing: {
      provider: ar.toNumber(difference(ar, provider.cost, announced.cost)),
      users: ar.toNumber(difference(ar, announced.utility, utility)),
      cost: ar.toNumber(announced.cost),
      utility: ar.toNumber(announced.utility),
      route: announced.route === null ? null : routeKey(game, announced.route),
    },
  }
}

function equilibriumEntry<N>(game: Game<N>, found: HiddenEquilibrium<N>, chosen: boolean): EquilibriumEntry {
  const { arithmetic: ar, provider } = game
  const { persistence, persistences, staying, variableRange, utilities } = found
  const leaves = (r: N): number => ar.toNumber(ar.sub(ar.from(1), r))
  const start = found.routes?.[0]?.route.start ?? found.starts.findIndex((share) => ar.sign(share) !== 0)
  const { escalation, transitions } = routeKey(game, { start, variables: found.variables })
  const range =
    variableRange === null || game.chain.variables.length === 0
      ? null
      : [{ from: ar.toNumber(variableRange.from), to: ar.toNumber(variableRange.to) }]
  return {
    starts: startShares(game, found),
    escalation,
    ...(transitions === undefined ? {} : { transitions }),
    ...routeShares(game, found),
    escalationSet: range,
    abandonment: persistence === null ? null : leaves(persistence),
    abandonmentSet:
      staying === null
        ? persistences === null
          ? []
          : [[leaves(persistences.to), leaves(persistences.from)]]
        : [
            [0, 0],
            [1, 1],
          ],
    ...(staying === null ? {} : { staying: ar.toNumber(staying) }),
    cost: ar.toNumber(found.cost),
    serving: ar.toNumber(found.serving),
    loss: ar.toNumber(ar.mul(provider.penalty, found.loss)),
    success: ar.toNumber(ar.sub(ar.from(1), found.loss)),
    utility: ar.toNumber(found.utility),
    utilityRange: [ar.toNumber(utilities.from), ar.toNumber(utilities.to)],
    chosen,
  }
}
