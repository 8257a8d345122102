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
 * The escalations of a route that a task started there can come to, from the start upwards. A step that a task
 * never comes to, because one before it is 0, is left out; one of probability 0 at the start is not.
 */
export function stepsOf(reading: Reading, route: RouteKey): readonly Step[] {
  const steps: Step[] = []
  const seen = new Set<string>()
  let state: string | null = route.start
  while (state !== null && !seen.has(state)) {
    seen.add(state)
    const step: Step | null = stepFrom(reading, route, state)
    if (step !== null && (step.probability > 0 || step.from === route.start)) steps.push(step)
    state = step !== null && step.probability > 0 ? step.to : null
  }
  return steps
}

function stepFrom({ instance, menu }: Reading, route: RouteKey, name: string): Step | null {
  const { transitions, variables, states } = instance.menu.chain
  const index = menu.indexOf(name)
  const up = (transitions[index] ?? []).find(({ to, constant, terms }) => {
    return to !== index && (terms.length > 0 || !isZero(constant))
  })
  const to = up === undefined ? undefined : states[up.to]?.name
  if (up === undefined || to === undefined) return null
  const { escalation } = route
  const announced = escalation !== null && Object.hasOwn(escalation, name) ? escalation[name] : undefined
  const variable = variables[up.terms[0]?.variable ?? -1]
  const fixed = variable === undefined || JSON.stringify(variable.low) === JSON.stringify(variable.high)
  const constant = up.constant.op === 'number' ? fractionOf(up.constant.value) : null
  const probability = announced ?? (up.terms.length === 0 ? constant : null)
  return probability === null ? null : { from: name, to, probability, fixed }
}

function isZero(expression: { readonly op: string; readonly value?: unknown }): boolean {
  return expression.op === 'number' && expression.value === '0'
}

function fractionOf(text: string): number {
  const [above = '0', below = '1'] = text.split('/')
  return Number(above) / Number(below)
}
