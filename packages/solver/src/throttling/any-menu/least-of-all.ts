import type { Game } from '@plumbline/game'
import { searchProblem } from '../../general/problem.ts'
import { flowOf, leastFlow } from '../../search/flow.ts'
import type { Player } from '../../search/player.ts'

/**
 * What a task costs the provider at least, whatever it announces and whatever users do: a Markov decision process in which
 * they answer as suits it. Where the optimum costs no more than that, nothing can make it cheaper, slowness included.
 */
export function leastOfAll(game: Game<number>): number {
  const { players, starts, box } = searchProblem(game)
  const cost = (player: Player): number => {
    const flow = flowOf(player, box)
    const low = new Float64Array(player.nodes)
    const range = { low, high: low.map(() => 1) }
    const values = new Float64Array(starts.length)
    for (const kind of player.kinds) {
      leastFlow(player, box, kind, range, kind.cost, flow)
      starts.forEach((start, index) => {
        values[index] = (values[index] ?? 0) + kind.weight * (flow.values[start] ?? 0)
      })
    }
    const begun = player.penalty + Math.min(...values)
    return player.outside === null ? begun : Math.min(begun, player.absent)
  }
  return players.reduce((sum, player) => sum + player.weight * cost(player), 0)
}
