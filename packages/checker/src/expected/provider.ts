import { sum, type Arithmetic, type Game } from '@plumbline/game'
import type { Answer, Case } from '../case.ts'
import type { Expected } from '../document/difference.ts'
import { order } from '../play/order.ts'

/** What a route comes to for both sides, weighted over the users. */
export interface Totals<N> {
  readonly cost: N
  readonly serving: N
  readonly loss: N
  readonly utility: N
  readonly bestUtility: N
  readonly gap: N
  readonly regret: N
}

/** @param preferred what the route costs that users like best together */
export function totalsOf<N>({ game, answers }: Case<N>, preferred: N): Totals<N> {
  const { arithmetic: ar, provider } = game
  const mean = (of: (answer: Answer<N>) => N): N =>
    weighted(game, (index) => {
      const answer = answers[index]
      return answer === undefined ? ar.from(0) : of(answer)
    })
  const cost = mean(({ played }) => played.outcome.cost)
  const utility = mean(({ played }) => played.outcome.utility)
  const bestUtility = mean(({ best }) => best.utility)
  const success = mean(({ played }) => played.outcome.success)
  const regret = difference(ar, preferred, cost)
  return {
    cost,
    serving: mean(({ played }) => played.outcome.serving),
    loss: ar.mul(provider.penalty, ar.sub(ar.from(1), success)),
    utility,
    bestUtility,
    gap: difference(ar, bestUtility, utility),
    regret: order(ar, regret, ar.from(0)) < 0 ? ar.from(0) : regret,
  }
}

/** The mean over the users. */
export function weighted<N>({ arithmetic: ar, users }: Game<N>, of: (index: number) => N): N {
  return sum(
    ar,
    users.map(({ weight }, index) => ar.mul(weight, of(index))),
  )
}

/** `a - b`; of the doubles nearest where the two are over unlike square roots, which have no exact difference here. */
export function difference<N>(ar: Arithmetic<N>, a: N, b: N): N {
  try {
    return ar.sub(a, b)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return ar.from(ar.toNumber(a) - ar.toNumber(b))
  }
}

/** What the document must say of the provider, of all users together, and of both. */
export function totalEntries<N>(
  { instance, game: { arithmetic: ar } }: Case<N>,
  { cost, serving, loss, utility, bestUtility, gap, regret }: Totals<N>,
): Readonly<Record<'provider' | 'misalignment' | 'welfare', Expected>> {
  const { provider, menu, units } = instance
  const size = ar.sign(bestUtility) < 0 ? ar.neg(bestUtility) : bestUtility
  return {
    provider: {
      name: provider.name,
      label: provider.label,
      menu: menu.name,
      cost: ar.toNumber(cost),
      serving: ar.toNumber(serving),
      loss: ar.toNumber(loss),
      regret: ar.toNumber(regret),
    },
    misalignment: {
      gap: ar.toNumber(gap),
      relative: ar.toNumber(size) === 0 ? null : ar.toNumber(ar.div(gap, size)),
    },
    welfare: units.cost === units.utility ? ar.toNumber(difference(ar, utility, cost)) : null,
  }
}
