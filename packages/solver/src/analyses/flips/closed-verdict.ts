import { compare, type Game } from '@plumbline/game'
import { availableAt, choose, type Choice } from '../../leader/choose.ts'
import { compareCosts } from '../../leader/compare-costs.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { isProvenOuter } from '../../leader/interior/interior-choice.ts'
import type { LeaderProblem } from '../../leader/leader-problem.ts'
import { poseProblem } from '../../leader/pose-problem.ts'
import { userPick } from '../../leader/user-choice.ts'
import { userOptimum } from '../../misalignment/user-optimum.ts'
import { extendedProblem } from '../../throttling/extended-problem.ts'
import { slowedReplies } from '../../throttling/slowed-replies.ts'
import type { Verdict } from './verdict.ts'

/** A verdict, and the route that it comes with in the game's own numbers; null where each of several users has her own. */
export interface ClosedVerdict<N> extends Verdict {
  readonly route: Route<N> | null
}

const replyWords = { stay: 'stays', leave: 'leaves', between: 'sometimes leaves' } as const

/**
 * What a game with a closed form comes to, and nothing else of it: asks for no sign that the verdict does not need, and
 * never looks at a number as a double.
 *
 * @returns null where there is no closed form, or where it needs a search: replies strictly between staying and leaving
 *   that are not proved to be worse
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function closedVerdict<N>(game: Game<N>): ClosedVerdict<N> | null {
  const { arithmetic: ar, provider, chain } = game
  const posed = poseProblem(game)
  if (!posed.ok) return null
  const { problem } = posed
  const chooses = chain.chooser === 'user'
  if (!chooses && !isProvenOuter(problem, provider.penalty)) return null
  const slowed = slowedReplies(game, provider.throttle)
  if (slowed.bounded) return null
  const base = chooses ? userPick(problem) : choiceOf(problem)
  const found = slowed.lines.length === 0 ? base : choiceOf(extendedProblem(game, problem, slowed.lines))
  const pays =
    slowed.lines.some(({ option }) => option.line === found.chosen.option.line) &&
    compareCosts(ar, found.chosen.cost, base.chosen.cost) < 0
  const { chosen, place } = provider.throttle !== null && pays ? found : base
  const best = chooses ? chosen.option : userOptimum(problem)
  const { option } = chosen
  return {
    id: option.id,
    start: chain.states[option.start]?.name ?? '',
    steps: place?.name ?? '',
    replies: [replyOf(game, option.start, replyWords[option.reply])],
    gap: best.line !== option.line && ar.sign(ar.sub(best.utility, option.utility)) > 0,
    throttling: pays,
    route: { start: option.start, variables: problem.variables(place?.at ?? null) },
  }
}

function choiceOf<N>(problem: LeaderProblem<N>): Choice<N> {
  const { arithmetic: ar, ties, penalty, starts } = problem
  return choose(ar, availableAt(ar, problem.offers(ties), penalty, ties), starts)
}

/** After an attempt that cannot fail there is nothing to reply to. */
function replyOf<N>({ arithmetic: ar, chain, models }: Game<N>, start: number, reply: string): string {
  const model = models[chain.states[start]?.model ?? -1]
  return model !== undefined && compare(ar, model.success, ar.from(1)) === 0 ? 'stays' : reply
}
