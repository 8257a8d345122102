import type { Arithmetic } from '@plumbline/game'

/**
 * `a - b` of two costs or utilities; from the doubles nearest where the two hold unlike square roots, which the
 * arithmetic does not mix.
 */
export function difference<N>(ar: Arithmetic<N>, a: N, b: N): N {
  try {
    return ar.sub(a, b)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return ar.from(ar.toNumber(a) - ar.toNumber(b))
  }
}

/** Whether two numbers hold unlike square roots, so that their {@link difference} is one of doubles. */
export function isMixed<N>(ar: Arithmetic<N>, a: N, b: N): boolean {
  try {
    ar.sub(a, b)
    return false
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return true
  }
}
