import { compare, type Game } from '@plumbline/game'

/**
 * Whether the menu lets the provider announce that models are tried in an order, the last of them for good: each is a
 * state, the first a start, and escalations within their limits make every step certain.
 *
 * @param order indices of models, at least one
 */
export function isAnnounceable<N>({ arithmetic: ar, chain }: Game<N>, order: readonly number[]): boolean {
  const states = order.map((model) => chain.states.findIndex((state) => state.model === model))
  const [start = -1] = states
  if (states.includes(-1) || !chain.starts.includes(start)) return false
  const chosen = new Map<number, 'low' | 'high'>()
  return states.every((state, place) => {
    const next = states[place + 1] ?? state
    const step = (chain.transitions[state] ?? []).find(({ to }) => to === next)
    if (step === undefined) return false
    let probability = step.constant
    for (const { variable, coefficient } of step.terms) {
      const limits = chain.variables[variable]
      if (limits === undefined) throw new RangeError(`no variable ${String(variable)}`)
      const end = ar.sign(coefficient) > 0 ? 'high' : 'low'
      const settled = compare(ar, limits.low, limits.high) !== 0
      if (settled && (chosen.get(variable) ?? end) !== end) return false
      chosen.set(variable, end)
      probability = ar.add(probability, ar.mul(coefficient, limits[end]))
    }
    return compare(ar, probability, ar.from(1)) >= 0
  })
}
