import { float } from '@plumbline/game'
import { solveLeader } from '../../leader/solve-leader.ts'
import { sampleGame } from '../../leader/testing/sample-game.ts'

/** A game of two models in doubles, `κ = 1`. */
export interface Draw {
  readonly p: readonly [number, number]
  readonly c: readonly [number, number]
  readonly t: readonly [number, number]
  readonly V: number
  readonly P: number
}

/** Games of one kind: how many there are, in how many a strict cascade is best, and what it then saves. */
export interface Share {
  readonly games: number
  readonly cascades: number
  /** Median of what it saves against the best route without one, relative to that; null where there is none. */
  readonly saving: number | null
}

/** How often a strict cascade is the provider's optimum over games drawn from a prior. */
export interface Survey {
  readonly all: Share
  /** Signs of the net values `- +`, `+ -`. */
  readonly rising: Share
  readonly falling: Share
  /** Of those, the ones in which costs-of-pass and latencies-of-pass rank the models oppositely. */
  readonly risingInConflict: Share
  readonly fallingInConflict: Share
}

/**
 * Draws games and solves each. A cascade is strict where an escalation `0 < s` is announced to a user who may reach it: all
 * other routes are static in the sense of Mahmood, arXiv 2602.09902, sure escalation to a user who leaves at once included.
 *
 * @param draw one game of the prior
 */
export function survey(draw: () => Draw, games: number): Survey {
  const counts = { all: count(), rising: count(), falling: count(), up: count(), down: count() }
  for (let game = 0; game < games; game += 1) {
    const drawn = draw()
    const saving = savingOfCascade(drawn)
    const [one, two] = [worth(drawn, 0), worth(drawn, 1)]
    const conflict = inConflict(drawn)
    counts.all.add(saving)
    if (one < 0 && two > 0) {
      counts.rising.add(saving)
      if (conflict) counts.up.add(saving)
    }
    if (one > 0 && two < 0) {
      counts.falling.add(saving)
      if (conflict) counts.down.add(saving)
    }
  }
  return {
    all: counts.all.share(),
    rising: counts.rising.share(),
    falling: counts.falling.share(),
    risingInConflict: counts.up.share(),
    fallingInConflict: counts.down.share(),
  }
}

const worth = ({ V, p, t }: Draw, model: 0 | 1): number => V * p[model] - t[model]

/** Whether `c/p` and `t/p` rank the models oppositely. */
export function inConflict({ p, c, t }: Draw): boolean {
  return (c[0] * p[1] - c[1] * p[0]) * (t[0] * p[1] - t[1] * p[0]) < 0
}

/** What a strict cascade saves where one is best, relative to the best route without; null where none is. */
function savingOfCascade(drawn: Draw): number | null {
  const result = solveLeader(sampleGame(float, drawn))
  if (!result.ok) throw new Error('a game of two models that is not solved')
  const { chosen, candidates } = result.equilibrium
  const isCascade = ({ id }: { readonly id: string }): boolean => id.startsWith('J1') || id === 'interior'
  if (!isCascade(chosen)) return null
  const rest = candidates.filter((each) => !isCascade(each)).map(({ cost }) => cost)
  return 1 - chosen.cost / Math.min(...rest)
}

function count() {
  let games = 0
  const savings: number[] = []
  return {
    add(saving: number | null): void {
      games += 1
      if (saving !== null) savings.push(saving)
    },
    share(): Share {
      const sorted = savings.toSorted((x, y) => x - y)
      return { games, cascades: sorted.length, saving: sorted[Math.floor(sorted.length / 2)] ?? null }
    },
  }
}

const sorted = (x: number, y: number): readonly [number, number] => (x < y ? [x, y] : [y, x])
const decades = (next: () => number, low: number, high: number): number => low * (high / low) ** next()

/** A prior by what it draws. */
export interface Prior {
  readonly name: string
  readonly drawn: string
  readonly draw: (next: () => number) => Draw
}

const unit = (next: () => number): readonly [number, number] => sorted(next(), next())
const either = (next: () => number): readonly [number, number] => [next(), next()]

/** Priors without data; those of real models are drawn from a table of them. */
export const priors: readonly Prior[] = [
  {
    name: 'paper',
    drawn: 'c, t, p uniform on [0, 1], each in ascending order; V uniform on [0, 2], P on [0, 1]',
    draw: (next) => ({ p: unit(next), c: unit(next), t: unit(next), V: 2 * next(), P: next() }),
  },
  {
    name: 'paper, dear churn',
    drawn: 'the same with P uniform on [0, 10]',
    draw: (next) => ({ p: unit(next), c: unit(next), t: unit(next), V: 2 * next(), P: 10 * next() }),
  },
  {
    name: 'any order',
    drawn: 'c, t, p uniform on [0, 1] in any order; V uniform on [0, 2], P on [0, 10]',
    draw: (next) => ({ p: either(next), c: either(next), t: either(next), V: 2 * next(), P: 10 * next() }),
  },
  {
    name: 'decades',
    drawn:
      'p uniform, ascending; c2/c1 and t2/t1 from 1 to 100, V from 0.1 to 100 t1, P from 0.1 to 1000 c1, all log-uniform',
    draw: (next) => ({
      p: unit(next),
      c: [1, decades(next, 1, 100)],
      t: [1, decades(next, 1, 100)],
      V: decades(next, 0.1, 100),
      P: decades(next, 0.1, 1000),
    }),
  },
]

/** The prior of pairs of one maker's real models, the cheaper one first. */
export function realPrior(pairs: readonly Pick<Draw, 'p' | 'c' | 't'>[]): Prior {
  return {
    name: 'real pairs',
    drawn:
      'two models of one maker on the Aider polyglot leaderboard, the cheaper attempt first; V from 10 s to 1 h of a user who pays in waiting, P from 0.01 to 10 USD, log-uniform',
    draw: (next) => {
      const pair = pairs[Math.floor(next() * pairs.length)]
      if (pair === undefined) throw new RangeError('no pairs of models')
      return { ...pair, V: decades(next, 10, 3600), P: decades(next, 0.01, 10) }
    },
  }
}
