import { float } from '@plumbline/game'
import type { Game } from '@plumbline/game'
import { it } from 'vitest'
import { processOf } from '../process/process.ts'
import { plainUser } from '../leader/testing/sample-game.ts'
import { rowsOf } from './box.ts'
import { playerOf } from './player.ts'
import { branchAndBound } from './branch-and-bound.ts'

function game(o: {
  p: number[]
  t: number[]
  c: number[]
  V: number
  P: number
  form: string
}): Game<number> {
  const n = o.p.length
  const pairs: [number, number][] = []
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      if (o.form === 'cascade' ? j === i + 1 : o.form === 'escalate' ? j > i : true) pairs.push([i, j])
    }
  return {
    arithmetic: float,
    tasks: [],
    models: o.p.map((p, i) => ({
      name: `m${i}`,
      success: p,
      latency: o.t[i]!,
      cost: o.c[i]!,
      price: 0,
      later: [],
      kinds: [],
    })),
    chain: {
      states: o.p.map((_, i) => ({ name: `m${i}`, model: i })),
      starts: o.p.map((_, i) => i),
      chooser: 'provider',
      variables: pairs.map(([i, j]) => ({ name: `e${i}${j}`, state: i, low: 0, high: 1 })),
      transitions: o.p.map((_, i) => {
        const mine = pairs.map((pr, v) => ({ pr, v })).filter(({ pr }) => pr[0] === i)
        return [
          { to: i, constant: 1, terms: mine.map(({ v }) => ({ variable: v, coefficient: -1 })) },
          ...mine.map(({ pr, v }) => ({ to: pr[1], constant: 0, terms: [{ variable: v, coefficient: 1 }] })),
        ]
      }),
    },
    users: [{ name: 'u', weight: 1, value: o.V, patience: 1, ...plainUser }],
    provider: { penalty: o.P, throttle: null, routing: 'announced', ties: 'strong' },
  }
}
function run(g: Game<number>, label: string) {
  const rows = rowsOf(g.chain)
  const players = g.users.map((u) => playerOf(processOf(g, u), rows, 1))
  const t = performance.now()
  const isRoute = (x: readonly number[]) =>
    rows.every((r) =>
      r.constant.every(
        (c, to) => c + r.effects.reduce((s, e) => s + (e.on[to] ?? 0) * (x[e.variable] ?? 0), 0) >= -1e-12,
      ),
    )
  const r = branchAndBound(
    {
      players,
      starts: g.chain.starts,
      box: { low: g.chain.variables.map((v) => v.low), high: g.chain.variables.map((v) => v.high) },
      isRoute,
    },
    g.chain.starts
      .flatMap((start) => [0, 1].map((x) => ({ start, variables: g.chain.variables.map(() => x) })))
      .filter((x) => isRoute(x.variables)),
    { tolerance: 1e-6, nodes: 200000, time: 20000, now: () => performance.now() },
  )
  console.log(
    label,
    r.ended,
    r.nodes,
    r.lower,
    r.upper,
    JSON.stringify(r.best),
    (performance.now() - t).toFixed(0) + 'ms',
  )
}
it('x', () => {
  run(
    game({
      p: [0.05, 0.4, 0.8],
      t: [0.19, 0.3, 2.3],
      c: [0.015, 0.28, 0.281],
      V: 2,
      P: 4.6,
      form: 'cascade',
    }),
    'theory3',
  )
  run(
    game({ p: [0.5, 0.02], t: [0.1, 0.023], c: [10, 0.02], V: 1, P: 19, form: 'cascade' }),
    'interior2 18.0482',
  )
  let s = 1
  const rnd = () => {
    s = (s * 1103515245 + 12345) % 2147483648
    return s / 2147483648
  }
  if (process.env.ALL)
    for (const form of ['cascade', 'escalate', 'free'])
      for (const n of [3, 4, 5])
        for (let k = 0; k < 6; k++) {
          const p = Array.from({ length: n }, () => 0.02 + 0.95 * rnd()),
            t = p.map(() => rnd()),
            c = p.map(() => rnd())
          run(game({ p, t, c, V: 0.2 + rnd() * 1.5, P: rnd() * 3, form }), `${form}${n}`)
        }
}, 1e6)
