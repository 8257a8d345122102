import { exact, type Exact } from '@plumbline/game'
import { expect, it } from 'vitest'
import { solveLeader } from '@plumbline/solver'
import { pairOf, paperSample } from '../../packages/solver/src/paper/testing/paper-games.ts'
import { sampleGame } from '../../packages/solver/src/leader/testing/sample-game.ts'
import { stream } from '../../packages/solver/src/leader/testing/random-games.ts'
import { solve } from './linear-program.ts'
import { describeWith, glpsol } from './tools.ts'

// Optimal commitment in a matrix game by one linear program for each reply (Conitzer, Sandholm, Computing the optimal
// strategy to commit to, EC 2006). The solver has no such code. But at a fixed persistence the flows of all escalations
// are the mixtures of those of `s = 0` and `s = 1`, so that a cascade whose user only ever stays or leaves is such a game.

const num = (x: string | number): Exact => exact.from(x)
type Matrix = readonly (readonly Exact[])[]

/** The leader's best payoff over mixtures of rows; the follower picks the column that is best for her, then for the leader. */
function commitment(program: string, leader: Matrix, follower: Matrix): number {
  const columns = (leader[0] ?? []).map((_, column) => column)
  const values = columns.map((column) => {
    const at = (matrix: Matrix, of: number): readonly Exact[] => matrix.map((row) => row[of] ?? num(0))
    const best = columns
      .filter((other) => other !== column)
      .map((other) => ({
        coefficients: at(follower, column).map((own, row) =>
          exact.sub(own, at(follower, other)[row] ?? num(0)),
        ),
        sense: '>=' as const,
        right: num(0),
      }))
    const mixture = { coefficients: leader.map(() => num(1)), sense: '=' as const, right: num(1) }
    const cost = at(leader, column).map((payoff) => exact.neg(payoff))
    const least = solve(program, { cost, constraints: [mixture, ...best] })
    return least === null ? -Infinity : -least
  })
  return Math.max(...values)
}

const matrix = (rows: readonly (readonly number[])[]): Matrix => rows.map((row) => row.map((x) => num(x)))

describeWith(glpsol, 'optimal commitment by linear programs (glpsol --exact)', 'glpk-utils', (program) => {
  it.each([
    [
      [
        [2, 4],
        [1, 3],
      ],
      [
        [1, 0],
        [0, 1],
      ],
      7 / 2,
    ],
    [
      [
        [2, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 2, 5],
        [0, -1, -4],
      ],
      4 / 3,
    ],
    [
      [
        [3, 9],
        [9, 1],
      ],
      [
        [0, 0],
        [1, 8],
      ],
      9,
    ],
  ])('is worth what is known of %j against %j: %d', (leader, follower, value) => {
    expect(commitment(program, matrix(leader), matrix(follower))).toBeCloseTo(value, 12)
  })

  it('costs what the closed form says where the user only stays or leaves', () => {
    const next = stream(33)
    const short = (x: Exact): Exact => num(`${String(Math.round(exact.toNumber(x) * 1e6))}/1000000`)
    for (let game = 0; game < 8; game += 1) {
      const sample = paperSample(next, '-+')
      const { first: one, second: two } = pairOf(sample)
      const after = (x: (model: typeof one) => Exact): Exact =>
        exact.add(x(one), exact.mul(one.failure, exact.div(x(two), two.success)))
      const cost = ({ serving }: typeof one): Exact => serving
      const worth = ({ netValue }: typeof one): Exact => netValue
      const leaving = exact.add(one.serving, exact.mul(num(sample.P), one.failure))
      // Rows: s = 0, s = 1. Columns: stay, leave.
      const staying = [exact.div(cost(one), one.success), after(cost)]
      const leader = staying.map((each) => [exact.neg(short(each)), exact.neg(short(leaving))])
      const follower = [exact.div(worth(one), one.success), after(worth)].map((each) => [
        short(each),
        short(one.netValue),
      ])
      const result = solveLeader(sampleGame(exact, { ...sample, starts: [0] }))
      if (!result.ok) throw new Error('a game of two models that is not solved')
      const expected = exact.toNumber(result.equilibrium.chosen.cost)
      expect(-commitment(program, leader, follower), JSON.stringify(sample)).toBeCloseTo(expected, 3)
    }
  })
})
