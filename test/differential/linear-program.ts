import { exact, type Exact } from '@plumbline/game'
import { ask } from './tools.ts'

/** A row of a linear program: `Σ coefficient · x  (sense)  right`. Coefficients are exact. */
export interface Constraint {
  readonly coefficients: readonly Exact[]
  readonly sense: '<=' | '>=' | '='
  readonly right: Exact
}

/** `min Σ cost · x` over `x >= 0`. */
export interface LinearProgram {
  readonly cost: readonly Exact[]
  readonly constraints: readonly Constraint[]
}

const digits = (x: Exact): bigint => {
  const form = exact.toExact(x)
  if (typeof form !== 'string') throw new TypeError('a linear program of rational numbers')
  return BigInt(form.split('/')[1] ?? '1')
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

/** What all numbers must be multiplied by to be whole. */
function common(numbers: readonly Exact[]): bigint {
  return numbers.map(digits).reduce((one, other) => (one * other) / gcd(one, other), 1n)
}

/** Whole coefficients as the CPLEX format writes them, so that `glpsol`, which reads doubles, misreads none. */
function sum(numbers: readonly Exact[], scale: bigint): string {
  return numbers
    .map((number, index) => {
      const whole = times(number, scale)
      if (BigInt.asIntN(53, whole) !== whole) throw new RangeError('a coefficient beyond 2^52')
      return `${whole < 0n ? '-' : '+'} ${String(whole < 0n ? -whole : whole)} x${String(index)}`
    })
    .join(' ')
}

function times(number: Exact, scale: bigint): bigint {
  const form = exact.toExact(exact.mul(number, exact.from(`${String(scale)}/1`)))
  if (typeof form !== 'string' || form.includes('/'))
    throw new TypeError('a number that the scale does not make whole')
  return BigInt(form)
}

/** The least value by `glpsol --exact`, whose simplex steps are rational; null where nothing keeps all constraints. */
export function solve(glpsol: string, { cost, constraints }: LinearProgram): number | null {
  const scale = common(cost)
  const rows = constraints.map(({ coefficients, sense, right }, index) => {
    const by = common([...coefficients, right])
    return ` c${String(index)}: ${sum(coefficients, by)} ${sense} ${String(times(right, by))}`
  })
  const text = ['Minimize', ` cost: ${sum(cost, scale)}`, 'Subject To', ...rows, 'End', ''].join('\n')
  const printed = ask(glpsol, ['--exact', '--lp', '/dev/stdin', '--write', '/dev/stdout'], text)
  const [, state, value] = /^s bas \d+ \d+ (\w) \w (\S+)$/m.exec(printed) ?? []
  if (state === undefined || value === undefined) throw new Error(`no solution line: ${printed}`)
  return state === 'f' ? Number(value) / Number(scale) : null
}
