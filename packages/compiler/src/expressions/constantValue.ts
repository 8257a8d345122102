import { evaluate, exactCalculus, exact, type Exact, type Term } from '@plumbline/game'

/** The value of an expression that uses no names and is a rational number; null for any other. */
export function constantValue(term: Term): Exact | null {
  const outcome = evaluate(term, () => ({ ok: false, failure: 'reported' }), exactCalculus)
  return outcome.ok && outcome.value.root === 0n ? outcome.value : null
}

/** Whether a constant is a whole number. */
export function isWhole(value: Exact): boolean {
  return value.a.d === 1n
}

/** The double nearest a constant. */
export function numberOf(value: Exact): number {
  return exact.toNumber(value)
}
