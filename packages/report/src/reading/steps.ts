import type { RouteKey } from '@plumbline/game'
import type { Reading } from './reading.ts'

/** Where a failed attempt may go on to from a state: another model, with the probability announced. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly probability: number
  /** The menu fixes the probability; it is not the provider's to choose. */
  readonly fixed: boolean
}

/**
 * The escalations of a route that a task started there can come to, from the start onwards. A step that a task
 * never comes to, because one before it is 0, is left out; one of probability 0 at the start is not.
 */
export function stepsOf(reading: Reading, route: RouteKey): readonly Step[] {
  const steps: Step[] = []
  const reached = new Set([route.start])
  for (const state of reached) {
    for (const step of stepsFrom(reading, route, state)) {
      if (step.probability > 0 || step.from === route.start) steps.push(step)
      if (step.probability > 0) reached.add(step.to)
    }
  }
  return steps
}

/** Where a retry goes from a state. */
export interface Retry {
  readonly from: string
  readonly next: readonly { readonly to: string; readonly share: number }[]
}

/** Where retries go from each state that a task started there can come to, itself included, the likeliest first. */
export function retriesOf({ start, transitions = {} }: RouteKey): readonly Retry[] {
  const retries: Retry[] = []
  const reached = new Set([start])
  for (const from of reached) {
    const row = Object.hasOwn(transitions, from) ? Object.entries(transitions[from] ?? {}) : []
    const next = row.flatMap(([to, share]) => (share > 0 ? [{ to, share }] : []))
    for (const { to } of next) reached.add(to)
    retries.push({ from, next: next.toSorted((x, y) => y.share - x.share) })
  }
  return retries
}

function stepsFrom({ instance, states }: Reading, route: RouteKey, name: string): readonly Step[] {
  const { transitions, variables } = instance.menu.chain
  const index = states.indexOf(name)
  return (transitions[index] ?? []).flatMap(({ to, constant, terms }): readonly Step[] => {
    const next = states[to]
    if (to === index || next === undefined || (terms.length === 0 && isZero(constant))) return []
    const variable = variables[terms[0]?.variable ?? -1]
    const fixed = variable === undefined || JSON.stringify(variable.low) === JSON.stringify(variable.high)
    const own = constant.op === 'number' && terms.length === 0 ? fractionOf(constant.value) : null
    const probability = transitionOf(route, name, next) ?? own
    return probability === null ? [] : [{ from: name, to: next, probability, fixed }]
  })
}

/** What a route says of the step from one state to another. */
function transitionOf({ escalation, transitions }: RouteKey, from: string, to: string): number | null {
  if (transitions !== undefined && Object.hasOwn(transitions, from)) {
    const row = transitions[from] ?? {}
    return Object.hasOwn(row, to) ? (row[to] ?? null) : null
  }
  return escalation !== null && Object.hasOwn(escalation, from) ? (escalation[from] ?? null) : null
}

function isZero(expression: { readonly op: string; readonly value?: unknown }): boolean {
  return expression.op === 'number' && expression.value === '0'
}

function fractionOf(text: string): number {
  const [above = '0', below = '1'] = text.split('/')
  return Number(above) / Number(below)
}
