import { exact, type Exact } from '@plumbline/game'
import { attemptWith, type Pair } from '../../base/attempt.ts'
import { solveProblem, type Solution } from '../../document/solution.ts'
import { poseProblem } from '../../leader/pose-problem.ts'
import { sampleGame, type Sample } from '../../leader/testing/sample-game.ts'

/** Signs of the net values of the two models. */
export type Signs = '++' | '--' | '-+' | '+-'

export const allSigns: readonly Signs[] = ['++', '--', '-+', '+-']

/** A game of hundredths as the paper assumes them: `c1 < c2`, `t1 < t2`, `0 < p1 < p2 < 1`, `V > 0`, `P > 0`. */
export interface PaperSample extends Sample {
  readonly p: readonly [string, string]
  readonly c: readonly [string, string]
  readonly t: readonly [string, string]
  readonly P: string
}

/** A random game of the paper with the signs asked for, none of them 0. */
export function paperSample(next: () => number, signs: Signs): PaperSample {
  for (;;) {
    const [p, c, t] = [ascending(next, 99), ascending(next, 100), ascending(next, 100)]
    const [V, P] = [hundredths(next, 200), hundredths(next, 200)]
    const net = p.map((success, index) => V * success - 100 * (t[index] ?? 0))
    const [one = 0, two = 0] = net
    if (one === 0 || two === 0) continue
    if (`${one > 0 ? '+' : '-'}${two > 0 ? '+' : '-'}` !== signs) continue
    return { p: written(p), c: written(c), t: written(t), V: `${V}/100`, P: `${P}/100` }
  }
}

/** Its two models as the user sees them, in exact numbers. */
export function pairOf(sample: Sample): Pair<Exact> {
  const game = sampleGame(exact, sample)
  const [one, two] = game.models
  const [user] = game.users
  if (one === undefined || two === undefined || user === undefined) throw new Error('two models, one user')
  return { arithmetic: exact, first: attemptWith(game, one, user), second: attemptWith(game, two, user) }
}

/** Its solution. */
export function solved(sample: Sample): Solution<Exact> {
  const game = sampleGame(exact, sample)
  const posed = poseProblem(game)
  if (!posed.ok) throw new Error(`no closed form: ${posed.what}`)
  return solveProblem(game, posed.problem, { units: { cost: null, time: null, utility: null } })
}

/** A number of the unit interval in hundredths, ends included. */
export function share(next: () => number): Exact {
  return exact.from(`${Math.floor(next() * 101)}/100`)
}

function hundredths(next: () => number, most: number): number {
  return 1 + Math.floor(next() * most)
}

function ascending(next: () => number, most: number): readonly [number, number] {
  for (;;) {
    const [one, two] = [hundredths(next, most), hundredths(next, most)]
    if (one < two) return [one, two]
  }
}

function written([one, two]: readonly [number, number]): readonly [string, string] {
  return [`${one}/100`, `${two}/100`]
}
