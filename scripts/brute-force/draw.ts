import type { Attempt, Sheet, SheetStep, SheetUser } from '../../packages/solver/src/oracle/sheet.ts'

/** A random game: as a file, and as the oracle's table. */
export interface Drawn {
  readonly text: string
  readonly sheet: Sheet
}

type Random = () => number

const names = ['a', 'b', 'c', 'd']

/** A game of any menu, users and kinds of task, zeros, ties and limits more often than chance would have them. */
export function draw(random: Random): Drawn {
  const chance = (p: number): boolean => random() < p
  const one = <T>(...items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0]
  const form = one('cascade', 'cascade', 'cascade', 'escalate', 'free', 'static', 'choice')
  const count = one(2, 3, 3, 3, 4)
  const coarse = chance(0.25)
  const hundredths = (low: number, high: number): number => {
    const whole = low + Math.floor(random() * (high - low + 1))
    return (coarse ? Math.max(low, Math.round(whole / 25) * 25) : whole) / 100
  }
  const kinds = chance(0.3) ? one([0.5, 0.5], [0.25, 0.75], [0.2, 0.3, 0.5]) : [1]
  const lists = chance(0.2)
  const sorted = chance(0.5)
  const priced = chance(0.15)
  const order = (values: readonly number[]): readonly number[] =>
    sorted ? values.toSorted((x, y) => x - y) : values
  const times = <T>(n: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: n }, (_, index) => make(index))
  const latencies = order(times(count, () => (chance(0.05) ? 0 : hundredths(1, 150))))
  const costs = order(times(count, () => (chance(0.05) ? 0 : hundredths(1, 100))))
  const prices = times(count, () => (priced ? hundredths(0, 60) : 0))
  const successes = kinds.map(() => {
    const first = order(times(count, () => (chance(0.05) ? 1 : hundredths(2, 100))))
    return first.map((p) => (lists && chance(0.7) ? [p, ...times(one(1, 2), () => hundredths(2, 100))] : [p]))
  })
  // A model may never succeed on some kind, though not on all.
  if (kinds.length > 1 && chance(0.2)) {
    const list = successes[0]?.[Math.floor(random() * count)]
    list?.fill(0)
  }
  const attempts = successes.map((kind) =>
    kind.map((list, model): readonly Attempt[] =>
      list.map((p) => ({ p, t: latencies[model] ?? 0, c: costs[model] ?? 0, f: prices[model] ?? 0 })),
    ),
  )
  const users = drawUsers(random, kinds.length === 1 && !lists)
  const P = chance(0.05) ? 0 : hundredths(1, 400)
  const ties = chance(0.12) ? 'weak' : 'strong'
  const { steps, text: limits } = drawSteps(random, form, count)
  const starts = chance(0.15) ? [Math.floor(random() * count)] : times(count, (index) => index)
  const throttle = form !== 'choice' && chance(0.3) ? hundredths(50, 300) : null
  const start = starts.length === 1 && form !== 'choice' ? [`  start: ${names[starts[0] ?? 0] ?? ''}`] : []
  const sheet: Sheet = {
    kinds,
    attempts,
    users,
    P,
    ties,
    steps,
    starts: start.length === 1 ? starts : times(count, (index) => index),
    choice: form === 'choice',
    throttle,
  }
  const block = [...start, ...limits]
  const models = names.slice(0, count)
  const text = [
    ...(kinds.length > 1 ? kinds.map((weight, index) => `task k${index} { weight: ${weight} }`) : []),
    ...models.map((name, model) => {
      const list = (kind: number): string => {
        const values = successes[kind]?.[model] ?? []
        return values.length > 1 ? `[${values.join(', ')}]` : String(values[0])
      }
      const success =
        kinds.length > 1 ? kinds.map((_, kind) => `success.k${kind}: ${list(kind)}`) : [`success: ${list(0)}`]
      const price = priced ? [`price: ${prices[model] ?? 0}`] : []
      return `model ${name} { ${[...success, `latency: ${latencies[model] ?? 0}`, `cost: ${costs[model] ?? 0}`, ...price].join('; ')} }`
    }),
    `menu m = ${form}(${models.join(', ')})${block.length > 0 ? ` {\n${block.join('\n')}\n}` : ''}`,
    ...users.map(({ weight, V, kappa, sees, outside }, index) =>
      [
        `user u${index} { weight: ${weight}; value: ${V}; patience: ${kappa}`,
        sees === 'nothing' ? '' : `; sees: ${sees}`,
        outside === null ? '' : `; outside: ${outside}`,
        ' }',
      ].join(''),
    ),
    `provider desk { offers: m; penalty: ${P}${ties === 'weak' ? '; ties: weak' : ''}${throttle === null ? '' : `; throttle: ${throttle}`} }`,
  ].join('\n')
  return { text, sheet }
}

function drawUsers(random: Random, maySeeModels: boolean): readonly SheetUser[] {
  const shares = [[1], [1], [1], [0.5, 0.5], [0.3, 0.7], [0.2, 0.3, 0.5], [0.2, 0.2, 0.2, 0.2, 0.2]]
  return (shares[Math.floor(random() * shares.length)] ?? [1]).map((weight) => {
    const roll = random()
    const sees = roll < 0.7 ? 'nothing' : roll < 0.85 && maySeeModels ? 'model' : 'attempts'
    return {
      weight,
      V: Math.round(10 + random() * 290) / 100,
      kappa: random() < 0.7 ? 1 : Math.round(random() * 200) / 100,
      sees,
      outside: random() < 0.75 ? null : Math.round(random() * 100 - 20) / 100,
    }
  })
}

function drawSteps(
  random: Random,
  form: string,
  count: number,
): { readonly steps: readonly SheetStep[]; readonly text: readonly string[] } {
  const pairs = Array.from({ length: count * count }, (_, k) => [Math.floor(k / count), k % count] as const)
  const own = pairs.filter(([from, to]) => {
    if (from === to || form === 'static' || form === 'choice') return false
    return form === 'cascade' ? to === from + 1 : form === 'escalate' ? to > from : true
  })
  const single = (from: number): boolean => own.filter((pair) => pair[0] === from).length === 1
  const limited = random()
  const half = (): readonly [number, number] => {
    const [x, y] = [Math.round(random() * 20) / 40, Math.round(random() * 20) / 40]
    return random() < 0.3 ? [x, x] : [Math.min(x, y), Math.max(x, y)]
  }
  const text: string[] = []
  const steps = own.map(([from, to]): SheetStep => {
    if (limited > 0.25 || random() < 0.5) return { from, to, low: 0, high: 1 }
    // Several targets share a row, so that their least values must not exceed 1 together.
    const [low, high] = single(from) ? half() : [0, half()[1]]
    const key = single(from) && form === 'cascade' ? names[from] : `${names[from] ?? ''}.${names[to] ?? ''}`
    text.push(`  escalation.${key ?? ''}: ${low === high ? String(low) : `${low} .. ${high}`}`)
    return { from, to, low, high }
  })
  return { steps, text }
}
