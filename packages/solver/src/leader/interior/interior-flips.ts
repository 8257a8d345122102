import { convertPair } from '../../base/attempt.ts'
import { costAt, outcomeFromFirst } from '../../base/outcome.ts'
import { escalationOfPersistence } from '../../base/thresholds.ts'
import { availableAt, choose, type Available, type TieRule } from '../choose.ts'
import type { Turn } from '../flips.ts'
import type { LeaderProblem } from '../leader-problem.ts'
import { descend, searchCurve, type Curve } from './curve.ts'
import { dual } from './dual.ts'
import { interiorAvailable, isProvenOuter } from './interior-choice.ts'

/** A penalty at which it is known whether a reply strictly between staying and leaving is the best. */
interface Probe {
  readonly at: number
  readonly inside: boolean
  /** Persistence of a better reply strictly between. */
  readonly persistence: number | null
}

/**
 * Puts the penalties at which a reply strictly between staying and leaving becomes the provider's best, and
 * ceases to be, among the turns of the other candidates. Its cost is concave in the penalty and theirs
 * straight between turns, so where it wins anywhere between two turns it wins at one of them, or at 0, or
 * far out: the search starts there.
 */
export function interiorFlips<N>(
  problem: LeaderProblem<N>,
  ties: TieRule,
  turns: readonly Turn<N>[],
): readonly Turn<N>[] {
  const { arithmetic: ar, curve } = problem
  if (curve === null) return turns
  const choiceAt = (penalty: N): Available<N> =>
    choose(ar, availableAt(ar, problem.offers(ties), penalty, ties), problem.starts).chosen
  const outer: readonly Available<N>[] = [
    turns[0]?.below ?? choiceAt(problem.penalty),
    ...turns.map(({ above }) => above),
  ]
  const probe = (at: number, against: Available<N>): Probe => probeAt(problem, curve, at, against)
  const probes: Probe[] = [probe(0, outer[0] ?? choiceAt(ar.from(0)))]
  turns.forEach((turn) => probes.push(probe(ar.toNumber(turn.at), turn.below)))
  const last = outer[outer.length - 1] ?? choiceAt(problem.penalty)
  probes.push(farProbe(probe, last, probes[probes.length - 1]?.at ?? 0))

  const found: Turn<N>[] = []
  probes.forEach((from, index) => {
    const turn = index === 0 ? undefined : turns[index - 1]
    if (turn !== undefined && !from.inside) found.push(turn)
    const to = probes[index + 1]
    const gap = outer[index]
    if (to === undefined || gap === undefined || from.inside === to.inside) return
    const { at, exact, persistence } = boundary(problem, curve, gap, from.inside ? from : to)
    const inner = interiorAvailable(problem, curve, persistence, at)
    found.push({
      at,
      exact,
      below: from.inside ? inner : gap,
      above: from.inside ? gap : inner,
    })
  })
  return found
}

function probeAt<N>(problem: LeaderProblem<N>, curve: Curve<N>, at: number, against: Available<N>): Probe {
  const ar = problem.arithmetic
  const penalty = ar.from(at)
  if (isProvenOuter(problem, penalty)) return { at, inside: false, persistence: null }
  const target = ar.toNumber(costAt({ arithmetic: ar }, against.option.line, penalty))
  const { at: persistence } = searchCurve(curve, penalty, target, 'first')
  return { at, inside: persistence !== null, persistence }
}

/** A penalty beyond which nothing changes any more, as far as doubling tells. */
function farProbe<N>(
  probe: (at: number, against: Available<N>) => Probe,
  against: Available<N>,
  from: number,
): Probe {
  let at = from === 0 ? 1 : 2 * from
  let reached = probe(at, against)
  for (let step = 0; reached.inside && step < 60; step += 1) {
    at *= 2
    reached = probe(at, against)
  }
  return reached
}

/**
 * The penalty, on the way from one at which a reply strictly between is better than the straight line of
 * another candidate, at which it ceases to be: Newton's method, by crossing the best reply's line with the
 * other's. Where the best reply tends to never leaving, the penalty at which its cost is stationary there.
 */
function boundary<N>(
  problem: LeaderProblem<N>,
  curve: Curve<N>,
  against: Available<N>,
  inside: Probe,
): { readonly at: N; readonly exact: boolean; readonly persistence: number } {
  const ar = problem.arithmetic
  const rival = against.option.line
  const [serving, loss] = [ar.toNumber(rival.serving), ar.toNumber(rival.loss)]
  let at = inside.at
  let persistence = inside.persistence ?? 0
  if (against.option.id.endsWith('(sL)')) {
    const end = stationaryPenalty(curve)
    const beyond = ar.toNumber(end) * (1 + 1e-6)
    if (beyond > at && !probeAt(problem, curve, beyond, against).inside)
      return { at: end, exact: true, persistence: 1 }
  }
  for (let step = 0; step < 50; step += 1) {
    const target = serving + at * loss
    const found = searchCurve(curve, ar.from(at), target, 'best', 1e-5)
    if (found.at === null) break
    const least = descend(curve, at, found.at)
    persistence = least.persistence
    const next = (serving - least.line.serving) / (least.line.loss - loss)
    if (!Number.isFinite(next) || Math.abs(next - at) <= 1e-15 * Math.abs(at)) break
    at = next
  }
  return { at: ar.from(at), exact: false, persistence }
}

/** The penalty at which the provider's cost is stationary on the curve at `r = 1`: `-C'(1)/(1 - S)'(1)`. */
function stationaryPenalty<N>({ pair }: Curve<N>): N {
  const ar = pair.arithmetic
  const [zero, one] = [ar.from(0), ar.from(1)]
  const derived = convertPair(pair, dual(ar), (x) => ({ value: x, slope: zero }))
  const never = { value: one, slope: one }
  const { serving, loss } = outcomeFromFirst(derived, escalationOfPersistence(derived, never), never)
  return ar.neg(ar.div(serving.slope, loss.slope))
}
