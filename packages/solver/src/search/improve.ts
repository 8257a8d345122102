import type { Cell } from './cell.ts'
import type { Side } from './side.ts'
import { playAt, slopeAtOne, utilityAt } from './play.ts'
import { costOf, type Incumbent, type SearchProblem } from './search-problem.ts'

/** Routes played to improve one. */
const mostSteps = 240

/** A better route near one that was found: along each variable and back, in steps that grow and shrink. */
export function improved(problem: SearchProblem, found: Incumbent): Incumbent {
  const { low, high } = problem.box
  let best = found
  let step = 1 / 16
  const most = Math.max(2, mostSteps / problem.players.length)
  for (let left = most; left > 0 && step > 1e-9; left -= 2 * low.length + 1) {
    const before = best
    for (const [index] of low.entries()) {
      for (const sign of [1, -1]) {
        const value = within((best.variables[index] ?? 0) + sign * step, low[index], high[index])
        const variables = best.variables.map((each, i) => (i === index ? value : each))
        if (!problem.isRoute(variables)) continue
        const cost = costOf(problem, { start: best.start, variables })
        if (cost < best.cost) best = { start: best.start, variables, cost }
      }
    }
    step = best === before ? step / 4 : step * 2
  }
  return best
}

function within(value: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, value))
}

const sweeps = 8
const nudge = 1e-7

/**
 * A route at which a bound would be attained, moved to where the users do reply as the bound has it: linear parts miss the
 * curvature, so that some user may be a little better off otherwise. By Newton's method on her lead, along its gradient.
 */
export function restored(
  { box, isRoute }: SearchProblem,
  start: number,
  route: readonly number[],
  sides: readonly Side[],
): readonly number[] {
  let variables = route
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = false
    for (const { player, cells } of sides) {
      const lead = leadOf(player, variables, start, cells[0]?.cell)
      if (lead === null) continue
      const here = variables
      const value = lead(here)
      const gradient = here.map((each, k) => {
        const [low, high] = [box.low[k] ?? 0, box.high[k] ?? 1]
        const by = each + nudge <= high ? nudge : each - nudge >= low ? -nudge : 0
        return by === 0 ? 0 : (lead(here.map((other, i) => (i === k ? other + by : other))) - value) / by
      })
      const norm = gradient.reduce((sum, each) => sum + each * each, 0)
      if (!(norm > 0)) continue
      const next = here.map((each, k) =>
        within(each - ((value * (gradient[k] ?? 0)) / norm) * (1 + 1e-9), box.low[k], box.high[k]),
      )
      if (!isRoute(next)) continue
      variables = next
      moved = true
    }
    if (!moved) break
  }
  return variables
}

/** What is negative at a route where a cell's one reply is not a best one; null where it is, or the cell has several. */
function leadOf(
  player: Side['player'],
  variables: readonly number[],
  start: number,
  cell: Cell | undefined,
): ((at: readonly number[]) => number) | null {
  if (cell === undefined || cell.kind === 'stays-through') return null
  if (cell.kind === 'persistence' && cell.low < cell.high) return null
  const { reply, utility } = playAt(player, variables, start)
  const intended = utilityAt(player, variables, start, cell)
  const size = Math.max(Math.abs(utility), Math.abs(intended))
  if (reply.kind === cell.kind && intended >= utility - 1e-13 * size) {
    const isSame = reply.kind !== 'persistence' || cell.kind !== 'persistence' || reply.low === cell.low
    if (isSame) return null
  }
  if (cell.kind === 'persistence' && cell.low === 1) {
    const slope = (at: readonly number[]): number => slopeAtOne(player, at, start)
    if (slope(variables) < 0) return slope
  }
  if (intended >= utility - 1e-13 * size) return null
  return (at) => utilityAt(player, at, start, cell) - utilityAt(player, at, start, reply)
}
