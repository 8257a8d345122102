import type { Game } from '@plumbline/game'
import type { HiddenEquilibrium } from '../hidden/equilibrium.ts'

/** The models that tasks may start at with their probabilities, by name. */
export function startShares<N>(
  { arithmetic: ar, chain }: Game<N>,
  { starts }: Pick<HiddenEquilibrium<N>, 'starts'>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    chain.states.flatMap(({ name }, state) => {
      const share = starts[state]
      return share === undefined || ar.sign(share) === 0 ? [] : [[name, ar.toNumber(share)] as const]
    }),
  )
}
