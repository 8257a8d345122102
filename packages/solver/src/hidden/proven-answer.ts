import { float, mapGame, sum, type Arithmetic, type Game } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { solveRow } from '../chain/linearSystem.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import { rowsOf } from '../search/box.ts'
import type { Process, Step } from '../process/process.ts'
import { persistenceAt, type UserReply } from '../process/reply.ts'
import type { ReplyShare } from './strategies.ts'

/** What a failure at one node leads to: the values of the states that follow, and how much it counts. */
interface Choice<N> {
  readonly state: number
  /** Of all tasks, not 0. */
  readonly weight: N
  readonly next: readonly N[]
}

const rounds = 40

/**
 * The least that any route costs the provider from each state where users answer in given ways, where it can be shown exactly:
 * some transitions are found that are best at every node at once, for each reply, each kind of task and each attempt. Then no
 * route is better, nor would be one that changed from attempt to attempt (the principle of optimality).
 *
 * @param replies by user
 * @param variables of a route to begin with
 * @returns null where no transitions are best for all at once, which proves nothing
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function provenLeast<N>(
  game: Game<N>,
  processes: readonly Process<N>[],
  replies: readonly (readonly ReplyShare<N>[])[],
  variables: readonly N[],
): readonly N[] | null {
  const { arithmetic: ar, chain } = game
  const limits = limitsOf(game)
  let policy = variables
  for (let round = 0; round < rounds; round++) {
    const played = choicesUnder(game, processes, replies, policy)
    if (played === null) return null
    const next = improvedBy(game, limits, played.choices, policy)
    const settled = next.every((value, index) => compareCosts(ar, value, policy[index] ?? value) === 0)
    if (settled) return isBest(game, limits, played.choices, policy) ? played.costs : null
    policy = next
  }
  return null
  function limitsOf(of: Game<N>): readonly boolean[] {
    return rowsOf(mapGame(of, float, (n) => ar.toNumber(n)).chain)
      .slice(0, chain.states.length)
      .map(({ shared }) => shared)
  }
}

/** Costs by start under fixed transitions, and all nodes at which another choice might have been made; null for endless tasks. */
function choicesUnder<N>(
  game: Game<N>,
  processes: readonly Process<N>[],
  replies: readonly (readonly ReplyShare<N>[])[],
  variables: readonly N[],
): { readonly costs: readonly N[]; readonly choices: readonly Choice<N>[] } | null {
  const { arithmetic: ar, chain } = game
  const transitions = transitionMatrix(game, variables)
  const choices: Choice<N>[] = []
  let costs: readonly N[] = chain.states.map(() => ar.from(0))
  for (const [index, process] of processes.entries()) {
    for (const { share, reply } of replies[index] ?? []) {
      const weight = ar.mul(process.user.weight, share)
      costs = costs.map((each) => ar.add(each, ar.mul(weight, process.penalty)))
      if (reply.kind === 'outside') continue
      for (const kind of process.kinds) {
        const own = ar.mul(weight, kind.weight)
        const values = kindValues(process, kind.stages, reply, transitions, (choice) => {
          const counts = ar.mul(own, choice.weight)
          if (ar.sign(counts) !== 0) choices.push({ ...choice, weight: counts })
        })
        if (values === null) return null
        costs = costs.map((each, state) => ar.add(each, ar.mul(own, values[state] ?? ar.from(0))))
      }
    }
  }
  return { costs, choices }
}

/** `v_k = η + a r K v_(k+1)` from the last stage backwards, of which `v = η + a r K v`. */
function kindValues<N>(
  process: Process<N>,
  stages: readonly (readonly Step<N>[])[],
  reply: UserReply<N>,
  transitions: readonly (readonly N[])[],
  take: (choice: Choice<N>) => void,
): readonly N[] | null {
  const { arithmetic: ar, depth } = process
  const until = reply.kind === 'leaves-after' ? (reply.failures ?? 1) : 1
  const count = Math.max(depth, until)
  let values: readonly N[] | null = null
  for (let stage = count - 1; stage >= 0; stage--) {
    const steps = stages[Math.min(stage, depth - 1)] ?? []
    const persistence = persistenceAt(process, reply, stage + 1)
    const onward = steps.map(({ failure }, state) => ar.mul(failure, persistence[state] ?? ar.from(0)))
    const costs = steps.map(({ netCost }) => netCost)
    const next: readonly N[] | null = values ?? stationaryValues(ar, costs, onward, transitions)
    if (next === null) return null
    onward.forEach((weight, state) => {
      take({ state, weight, next })
    })
    values = costs.map((cost, state) => {
      const row = transitions[state] ?? []
      return ar.add(cost, ar.mul(onward[state] ?? ar.from(0), dot(ar, row, next)))
    })
  }
  return values
}

function stationaryValues<N>(
  ar: Arithmetic<N>,
  costs: readonly N[],
  onward: readonly N[],
  transitions: readonly (readonly N[])[],
): readonly N[] | null {
  const matrix = costs.map((_, j) =>
    costs.map((__, i) => {
      const move = ar.mul(onward[i] ?? ar.from(0), transitions[i]?.[j] ?? ar.from(0))
      return i === j ? ar.sub(ar.from(1), move) : ar.neg(move)
    }),
  )
  try {
    return solveRow(ar, matrix, costs)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/** What raising a variable by one adds to the cost at a node, beyond the node's weight. */
function gainOf<N>({ arithmetic: ar, chain }: Game<N>, variable: number, { state, next }: Choice<N>): N {
  return sum(
    ar,
    (chain.transitions[state] ?? []).flatMap(({ to, terms }) =>
      terms.flatMap((term) =>
        term.variable === variable ? [ar.mul(term.coefficient, next[to] ?? ar.from(0))] : [],
      ),
    ),
  )
}

function variablesOf<N>({ chain }: Game<N>, state: number): readonly number[] {
  const found = (chain.transitions[state] ?? []).flatMap(({ terms }) => terms.map(({ variable }) => variable))
  return [...new Set(found)]
}

/** The variables that suit all nodes together best, row by row; as they are where that is indifferent. */
function improvedBy<N>(
  game: Game<N>,
  shared: readonly boolean[],
  choices: readonly Choice<N>[],
  policy: readonly N[],
): readonly N[] {
  const { arithmetic: ar, chain } = game
  const next = [...policy]
  chain.states.forEach((_, state) => {
    const here = choices.filter((choice) => choice.state === state)
    const own = variablesOf(game, state)
    const gains = own.map((variable) =>
      sum(
        ar,
        here.map((choice) => ar.mul(choice.weight, gainOf(game, variable, choice))),
      ),
    )
    const values = leastRow(game, own, gains, shared[state] === true, policy)
    own.forEach((variable, index) => {
      const value = values[index]
      if (value !== undefined) next[variable] = value
    })
  })
  return next
}

/** Whether the transitions are best at every node by itself. */
function isBest<N>(
  game: Game<N>,
  shared: readonly boolean[],
  choices: readonly Choice<N>[],
  policy: readonly N[],
): boolean {
  const { arithmetic: ar } = game
  return choices.every((choice) => {
    const own = variablesOf(game, choice.state)
    const gains = own.map((variable) => gainOf(game, variable, choice))
    const least = leastRow(game, own, gains, shared[choice.state] === true, policy)
    const difference = own.map((variable, index) => {
      const [best = ar.from(0), now = ar.from(0)] = [least[index], policy[variable]]
      return ar.mul(gains[index] ?? ar.from(0), ar.sub(now, best))
    })
    return ar.sign(sum(ar, difference)) === 0
  })
}

/**
 * Values of a row's variables for which `Σ v g` is least over their limits and, where they share what is left of staying, over
 * `Σ v <= 1`. A variable that does not matter keeps its value if it may.
 */
function leastRow<N>(
  { arithmetic: ar, chain }: Game<N>,
  own: readonly number[],
  gains: readonly N[],
  shared: boolean,
  policy: readonly N[],
): readonly N[] {
  const zero = ar.from(0)
  const limits = own.map((variable) => chain.variables[variable] ?? { low: zero, high: zero })
  const signs = gains.map((gain) => ar.sign(gain))
  if (!shared) {
    return limits.map(({ low, high }, index) => {
      const sign = signs[index] ?? 0
      return sign > 0 ? low : sign < 0 ? high : (policy[own[index] ?? -1] ?? low)
    })
  }
  const values = limits.map(({ low }) => low)
  let spare = ar.sub(ar.from(1), sum(ar, values))
  const wanted = own
    .flatMap((_, index) => ((signs[index] ?? 0) < 0 ? [index] : []))
    .toSorted((a, b) => compareCosts(ar, gains[a] ?? zero, gains[b] ?? zero))
  for (const index of wanted) {
    const { low, high } = limits[index] ?? { low: zero, high: zero }
    const room = ar.sub(high, low)
    const more = compareCosts(ar, room, spare) < 0 ? room : spare
    values[index] = ar.add(low, more)
    spare = ar.sub(spare, more)
  }
  return values
}

function dot<N>(ar: Arithmetic<N>, a: readonly N[], b: readonly N[]): N {
  return sum(
    ar,
    a.map((each, index) => ar.mul(each, b[index] ?? ar.from(0))),
  )
}
