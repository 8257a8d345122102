import { describe, expect, it } from 'vitest'
import { stream } from '../leader/testing/random-games.ts'
import { finiteEquilibrium, type FiniteEquilibrium, type FiniteGame } from './finite-game.ts'

/** By how much a side could do better on its own. */
function temptation({ costs, utilities }: FiniteGame, { routes, replies }: FiniteEquilibrium): number {
  const mixed = (row: readonly number[], shares: readonly number[]): number =>
    row.reduce((sum, each, index) => sum + each * (shares[index] ?? 0), 0)
  const own = routes.map((_, i) =>
    costs.reduce((sum, table, k) => sum + mixed(table[i] ?? [], replies[k] ?? []), 0),
  )
  const provider = mixed(own, routes) - Math.min(...own)
  const users = utilities.map((table, k) => {
    const each = (replies[k] ?? []).map((_, l) =>
      mixed(
        table.map((row) => row[l] ?? 0),
        routes,
      ),
    )
    return Math.max(...each) - mixed(each, replies[k] ?? [])
  })
  return Math.max(provider, ...users)
}

describe('an equilibrium of a finite game', () => {
  it.each(['any numbers', 'few numbers, and so ties'])('is found and is one: %s', (kind) => {
    const next = stream(3)
    const whole = (below: number): number => Math.floor(next() * below)
    const draw = (): number => (kind === 'any numbers' ? next() * 10 - 5 : whole(4))
    for (let trial = 0; trial < 300; trial++) {
      const routes = 1 + whole(6)
      const counts = Array.from({ length: 1 + whole(4) }, () => 1 + whole(5))
      const tables = (): FiniteGame['costs'] =>
        counts.map((count) => Array.from({ length: routes }, () => Array.from({ length: count }, draw)))
      const game = { costs: tables(), utilities: tables() }
      const found = finiteEquilibrium(game)
      expect(found).not.toBeNull()
      if (found !== null) expect({ game, by: temptation(game, found) < 1e-8 }).toMatchObject({ by: true })
    }
  })
})
