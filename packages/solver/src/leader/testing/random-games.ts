import type { Sample } from './sample-game.ts'

/** A repeatable stream of numbers in [0, 1), for tests. */
export function stream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of the entries, each as likely. */
const pick = <T>(next: () => number, from: readonly [T, ...T[]]): T =>
  from[Math.floor(next() * from.length)] ?? from[0]

/** Net values, success and costs from a few small numbers, so that zeros and ties of every kind are common. */
export function coarse(next: () => number): Sample {
  const success = () => pick(next, ['1', '9/10', '1/2', '1/2', '1/4', '1/50'])
  const p = [success(), success()]
  const latency = () => pick(next, ['0', '1/4', '1/2', '1', '3/4', '2'])
  return {
    p,
    c: [pick(next, ['0', '1', '2', '1/2', '1/4']), pick(next, ['0', '1', '2', '1/2', '3'])],
    t: [latency(), latency()],
    f: [pick(next, ['0', '0', '0', '1/4', '1']), pick(next, ['0', '0', '0', '1/4', '1'])],
    V: pick(next, ['0', '1', '1', '1/2', '2', '5']),
    kappa: pick(next, ['0', '1', '1', '1']),
    P: pick(next, ['0', '1', '2', '5', '1/2', '20', '4']),
  }
}

/** Any order of costs, latencies and success, over several orders of magnitude. */
export function wide(next: () => number): Sample {
  const size = () => Math.exp((next() - 0.5) * 12)
  return {
    p: [Math.max(1e-4, next() ** 2), Math.max(1e-4, next() ** 2)],
    c: [size(), size()],
    t: [next() ** 2, next() ** 2],
    f: [next() < 0.2 ? size() : 0, next() < 0.2 ? size() : 0].map((x) => x * 0.01),
    V: next() * 2,
    kappa: 1,
    P: size(),
  }
}

/**
 * A dear first model that is worth the wait and a cheap second that is not and hardly ever succeeds, at a
 * penalty at which both are welcome: replies strictly between staying and leaving may be best.
 */
export function reversed(next: () => number): Sample {
  const p1 = 0.2 + 0.7 * next()
  const p2 = 0.15 * next() ** 2 + 0.002
  const cheap = 0.05 + next()
  const dear = cheap * (1 + 30 * next())
  return {
    p: [p1, p2],
    c: [dear * p1, cheap * p2],
    t: [p1 * (1 - 0.9 * next()), p2 * (1 + 0.5 * next())],
    V: 1,
    P: cheap + (dear - cheap) * next() * 1.3,
  }
}

/** Limits of the escalation, and starts, as a menu may have them. */
export function limited(next: () => number, sample: Sample): Sample {
  const low = pick(next, ['0', '0', '1/8', '1/2', '1/20'])
  const high = pick(next, ['1', '3/4', '1/2', '1/2'])
  const starts = pick<readonly number[]>(next, [[0, 1], [0, 1], [0], [1]])
  return { ...sample, low, high, starts }
}
