import type { Expression, Term } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Dimension, Origin, Quantity } from '../instance/quantity.ts'
import type { RandomRange } from '../instance/random.ts'
import { operandsOf } from './evaluate.ts'
import { inputsOf } from './inputs.ts'

/**
 * Values by name, as expressions in base units over the instance's names: for params, definitions and random
 * variables, for the inputs that declarations give (`o3.latency`, `acme.penalty`), and for the escalations of the
 * menu (`tiers.escalation.standard`, or `tiers.escalation` for all), which it fixes.
 */
export type Assignment = ReadonlyMap<string, Expression>

/** A name that expressions refer to, and what it stands for. */
export interface Named {
  readonly name: string
  readonly what: string
  readonly expression: Expression
  readonly dimension: Dimension
  readonly origin: Origin | null
  /** Where it must lie. */
  readonly range: RandomRange
}

/**
 * Params, definitions, random variables (their points) and inputs of an instance, by name, each as assigned. An
 * input that is a random variable of its own name is that variable.
 */
export function namesOf(instance: GameInstance, assignment: Assignment): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>()
  const add = (
    name: string,
    what: string,
    { expression, dimension, origin }: Quantity,
    range: RandomRange = 'any',
  ): void => {
    names.set(name, { name, what, expression: assignment.get(name) ?? expression, dimension, origin, range })
  }
  for (const { name, value } of instance.params) add(name, `param '${name}'`, value)
  for (const { name, value, range } of instance.definitions) add(name, `'${name}'`, value, range)
  for (const { name, point, dimension, origin } of instance.randoms) {
    add(name, `'${name}'`, { expression: point, dimension, origin })
  }
  for (const { name, what, quantity } of inputsOf(instance)) {
    const { expression } = quantity
    if (expression.op !== 'ref' || expression.name !== name) add(name, what, quantity)
  }
  return names
}

const none: ReadonlySet<string> = new Set()

/** The names that an expression refers to, each once. */
export function referencesOf(expression: Term): ReadonlySet<string> {
  if (expression.op === 'number') return none
  const found = new Set<string>()
  const rest: Term[] = [expression]
  for (let term = rest.pop(); term !== undefined; term = rest.pop()) {
    if (term.op === 'ref') found.add(term.name)
    for (const operand of operandsOf(term)) rest.push(operand)
  }
  return found
}

/** Names in an order in which each comes after those it refers to, and the cycles of names that have none. */
export interface NameOrder {
  /** All names. In a cycle, one of the names comes before one that it refers to. */
  readonly order: readonly Named[]
  /** Cycles, each from one of its names on: `[x, y]` where `x` refers to `y` and `y` to `x`. Not all: a few. */
  readonly cycles: readonly (readonly Named[])[]
}

/** A few cycles are enough to tell of: a hostile file has more than memory holds. */
const cycleLimit = 100

/** Sorts names by reference, depth first, on a stack of its own. References to other names are skipped. */
export function orderNames(names: ReadonlyMap<string, Named>): NameOrder {
  const order: Named[] = []
  const cycles: (readonly Named[])[] = []
  const circular = new Set<Named>()
  const state = new Map<string, 'open' | 'done'>()
  const path: { readonly named: Named; readonly rest: string[] }[] = []
  const open = (named: Named) => {
    state.set(named.name, 'open')
    path.push({ named, rest: [...referencesOf(named.expression)] })
  }
  const close = (from: Named, to: Named) => {
    if (circular.has(from) || circular.has(to) || cycles.length === cycleLimit) return
    const cycle = path.slice(path.findIndex(({ named }) => named === to)).map(({ named }) => named)
    for (const named of cycle) circular.add(named)
    cycles.push(cycle)
  }
  for (const start of names.values()) {
    if (!state.has(start.name)) open(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const reference = top.rest.pop()
      if (reference === undefined) {
        state.set(top.named.name, 'done')
        order.push(top.named)
        path.pop()
        continue
      }
      const next = names.get(reference)
      if (next === undefined) continue
      if (!state.has(next.name)) open(next)
      else if (state.get(next.name) === 'open') close(top.named, next)
    }
  }
  return { order, cycles }
}
