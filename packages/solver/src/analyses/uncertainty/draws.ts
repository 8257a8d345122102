import { at, type Assignment, type GameInstance, type Problem, type RandomVariable } from '@plumbline/game'
import { quantilesOf } from '../../distribution/quantile.ts'
import { truncated } from '../../distribution/distribution.ts'
import { dependenceOf, differing, type Dependence } from '../../population/dependence.ts'
import { latticeParts } from '../../population/lattice.ts'
import { valuesAt } from '../../population/values-at.ts'

/** One value of every uncertain number, drawn together. */
export type Draw = readonly number[]

/** Draws of the uncertain numbers of an instance. */
export interface Draws {
  /** Each after those that its distribution is computed from. */
  readonly randoms: readonly RandomVariable[]
  /** Their points. */
  readonly points: readonly number[]
  /** Independent replicates of equally many draws; a draw has a value for each of `randoms`. */
  readonly replicates: readonly (readonly Draw[])[]
}

/** How many replicates, of how many draws each, and from which seed. */
export interface DrawOptions {
  readonly replicates: number
  readonly size: number
  readonly seed: number
}

/**
 * Draws of all uncertain numbers: a rank-1 lattice whose coordinates run through the quantiles of the distributions, so that
 * draws fill the space evenly, shifted at random for each replicate. Every shifted lattice is an unbiased sample, and the
 * replicates are independent: how they differ tells the error (Cranley and Patterson 1976; L'Ecuyer and Lemieux 2002).
 * The same seed always gives the same draws. A distribution that others of the numbers go into is drawn given these.
 *
 * @returns none where nothing is uncertain; problems where a distribution has no mass in its range
 */
export function drawsOf(
  instance: GameInstance,
  assignment: Assignment,
  { replicates, size, seed }: DrawOptions,
): Draws | readonly Problem[] {
  const dependence = dependenceOf(instance, assignment, 'uncertainty')
  const names = differing(dependence, [...dependence.spreads.keys()])
  const randoms = names.flatMap((name) => dependence.spreads.get(name) ?? [])
  const evaluation = at<Draws | readonly Problem[]>(instance, assignment, (game, termValue) => {
    const known = (name: string): number => {
      const outcome = termValue({ op: 'ref', name }, () => {
        throw new TypeError('a quantity that needs the solution')
      })
      return outcome.ok ? game.arithmetic.toNumber(outcome.value) : Number.NaN
    }
    const samplers = randoms.map((random) => samplerOf(dependence, known, random))
    const parts = latticeParts(size, randoms.length)
    const next = shifts(seed)
    const all = Array.from({ length: replicates }, (): readonly Draw[] | null => {
      const shift = randoms.map(() => next())
      const drawn = Array.from({ length: size }, (_, i) => {
        const numbers = new Map<string, number>()
        for (const [j, { name }] of randoms.entries()) {
          const x = ((parts[j]?.[i] ?? 0) / size + (shift[j] ?? 0)) % 1
          const value = samplers[j]?.(inside(x), numbers)
          if (value === undefined || value === null || Number.isNaN(value)) return null
          numbers.set(name, value)
        }
        return [...numbers.values()]
      })
      return drawn.every((draw) => draw !== null) ? drawn : null
    })
    if (all.some((drawn) => drawn === null)) {
      return randoms.slice(0, 1).map(({ name, origin }) => ({
        kind: 'out-of-range',
        what: `'${name}', or an uncertain number beside it,`,
        value: 'a spread that lies wholly outside',
        range: 'that of its field',
        origin,
      }))
    }
    const points = randoms.map(({ name }) => known(name))
    return { randoms, points, replicates: all.flatMap((drawn) => (drawn === null ? [] : [drawn])) }
  })
  return evaluation.ok ? evaluation.value : evaluation.problems
}

/** A quantile is asked for strictly inside (0, 1). */
function inside(x: number): number {
  return Math.min(Math.max(x, 2 ** -40), 1 - 2 ** -40)
}

type Sampler = (u: number, numbers: ReadonlyMap<string, number>) => number | null

function samplerOf(dependence: Dependence, known: (name: string) => number, random: RandomVariable): Sampler {
  const { name, distribution, range } = random
  const given = (numbers: ReadonlyMap<string, number>): ((u: number) => number) | null =>
    quantilesOf(truncated(distribution, range, valuesAt(dependence, known, numbers, [name])))
  const alone = differing(dependence, [name]).length === 1
  if (!alone) return (u, numbers) => given(numbers)?.(u) ?? null
  const at = given(new Map())
  return (u) => at?.(u) ?? null
}

/** Numbers in [0, 1) from a seed: a counter mixed by the finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
function shifts(seed: number): () => number {
  const mask = (1n << 64n) - 1n
  let state = BigInt(Math.trunc(seed)) & mask
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask
    let z = state
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask
    return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53
  }
}
