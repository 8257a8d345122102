import { exact, float, mapGame, type Exact } from '@plumbline/game'
import { expect, it } from 'vitest'
import { pose } from '../../packages/solver/src/general/posed.ts'
import { searchProblem } from '../../packages/solver/src/general/problem.ts'
import { solveGeneral } from '../../packages/solver/src/general/solve-general.ts'
import { menuGame, type MenuSample } from '../../packages/solver/src/general/testing/random-menus.ts'
import { stream } from '../../packages/solver/src/leader/testing/random-games.ts'
import { boundOfCell } from '../../packages/solver/src/search/cell-bound.ts'
import { conditionsOf } from '../../packages/solver/src/search/conditions.ts'
import { rangeOf } from '../../packages/solver/src/search/cell.ts'
import { searchLimits } from '../../packages/solver/src/search/limits.ts'
import { cascadeOf, flowProgram } from './flows.ts'
import { solve } from './linear-program.ts'
import { describeWith, glpsol } from './tools.ts'

const num = (x: string | number): Exact => exact.from(x)

/** A cascade whose net values change sign at most once, from negative to positive, if `rising`; any other if not. */
function cascade(next: () => number, models: number, rising: boolean): MenuSample {
  for (;;) {
    const each = (): readonly number[] => Array.from({ length: models }, () => 1 + Math.floor(98 * next()))
    const sample: MenuSample = {
      form: 'cascade',
      p: [each()],
      t: each(),
      c: each(),
      users: [{ V: 20 + Math.floor(200 * next()) }],
      P: 1 + Math.floor(400 * next()),
    }
    const signs = cascadeOf(sample).worth.map((xi) => exact.sign(xi))
    const isRising =
      signs[0] === -1 &&
      signs.at(-1) === 1 &&
      signs.every((sign, i) => sign !== 0 && sign >= (signs[i - 1] ?? -1))
    if (!rising || isRising) return sample
  }
}

describeWith(glpsol, 'linear programs over flows (glpsol --exact)', 'glpk-utils', (program) => {
  it('are what the search bounds a fixed persistence by', () => {
    const next = stream(31)
    let tight = 0
    for (let game = 0; game < 12; game += 1) {
      const sample = cascade(next, 2 + (game % 3), false)
      const numbers = cascadeOf(sample)
      const problem = searchProblem(mapGame(menuGame(exact, sample), float, (n) => exact.toNumber(n)))
      const [player] = problem.players
      if (player === undefined) throw new Error('a game without users')
      for (const r of ['1', '3/4', '1/4']) {
        const persistence = exact.toNumber(num(r))
        const cell = { kind: 'persistence', low: persistence, high: persistence } as const
        // What leaving after the first failure is worth.
        const sure = exact.toNumber(numbers.worth[0] ?? num(0))
        const { value } = boundOfCell(player, problem.box, 0, cell, sure, [], Infinity)
        // The same conditions, rounded to where whole coefficients hold them: the bound must not exceed the optimum.
        const conditions = conditionsOf(player, problem.box, 0, cell, rangeOf(cell, player), sure, [])
        const rounded = (x: number, slack: number): Exact =>
          num(`${String(Math.round((x - slack) * 1e6))}/1000000`)
        const further = conditions.map(({ constant, amounts }) => ({
          coefficients: Array.from(amounts[0] ?? [], (w) => rounded(w, 1e-6)),
          sense: '<=' as const,
          right: rounded(-constant, -1e-6),
        }))
        const least = solve(program, flowProgram(numbers, 0, num(r), further))
        const J = least === null ? Infinity : least + exact.toNumber(numbers.P)
        const where = JSON.stringify({ sample, r, value, J })
        if (J === Infinity) continue
        if (value < Infinity) {
          expect(value, where).toBeLessThanOrEqual(J + 1e-3 * Math.max(1, J))
          if (value > J - 1e-3 * Math.max(1, J)) tight += 1
        }
      }
    }
    expect(tight).toBeGreaterThan(15)
  })

  it.each([3, 4])('are exact for cascades of %i in which only later models are worth the wait', (models) => {
    const next = stream(32)
    for (let game = 0; game < 5; game += 1) {
      const sample = cascade(next, models, true)
      const numbers = cascadeOf(sample)
      const P = exact.toNumber(numbers.P)
      const costs = numbers.worth.flatMap((xi, start) => {
        const stays = { coefficients: numbers.worth, sense: '>=' as const, right: xi }
        const least = solve(program, flowProgram(numbers, start, num(1), [stays]))
        const leaves = exact.toNumber(numbers.net[start] ?? num(0))
        // A user whose whole way on is worth the wait stays: leaving is a reply only where some route makes it one.
        const canLeave = exact.sign(xi) < 0
        return [...(least === null ? [] : [P + least]), ...(canLeave ? [P + leaves] : [])]
      })
      const expected = Math.min(...costs)
      const { provider, bounds } = solveGeneral(
        pose(menuGame(exact, sample)),
        { units: { cost: 'USD', time: 's', utility: 's' } },
        searchLimits({ tolerance: 1e-4 }),
      )
      const where = JSON.stringify({ sample, expected })
      expect(Math.abs(exact.toNumber(provider.cost) - expected), where).toBeLessThanOrEqual(
        1e-4 * expected + 1e-9,
      )
      expect(exact.toNumber(bounds.lower), where).toBeLessThanOrEqual(expected * (1 + 1e-9))
    }
  })
})
