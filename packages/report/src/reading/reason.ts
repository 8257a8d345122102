import type { RouteKey, UserEntry } from '@plumbline/game'
import { netValueOf, routeOf, slows, thresholdOf, type Reading } from './reading.ts'
import { isIndifferent, replyOf } from './reply.ts'
import { stepsOf } from './steps.ts'

/** Why a user stays or leaves, as far as it has a name. */
export type Reason =
  /** Every model of the menu is worth its wait. */
  | { readonly kind: 'all-worth-it' }
  /** No model of the menu is worth its wait. */
  | { readonly kind: 'none-worth-it' }
  /** Stays because the model where all retries go is worth its wait. */
  | { readonly kind: 'start-worth-it'; readonly start: string }
  /** Announced at the least escalation that keeps the user. */
  | { readonly kind: 'least-that-keeps'; readonly start: string; readonly next: string }
  /** Announced at the greatest escalation at which the user never leaves. */
  | { readonly kind: 'most-they-bear'; readonly start: string; readonly next: string }
  /** Would stay with the start; the escalation announced makes the user leave. */
  | { readonly kind: 'threat'; readonly start: string; readonly next: string }
  /** The start is not worth its wait, and too little of what would be is promised. */
  | { readonly kind: 'too-little-promised'; readonly start: string; readonly next: string }
  /** The start is not worth its wait, though the menu has a start that would keep the user. */
  | { readonly kind: 'start-drives-out'; readonly start: string; readonly better: string }
  /** Answers by chance, the more surely what is better the more is at stake. */
  | { readonly kind: 'not-always-right' }
  /** Leaves after some failures, as the escalation announced makes it. */
  | { readonly kind: 'undecided' }

/** Why a user answers the announced route so. Null where no simple reason is known. */
export function reasonOf(reading: Reading, user: UserEntry): Reason | null {
  const route = routeOf(reading, user)
  const index = reading.document.users.indexOf(user)
  const hesitant = (reading.instance.users[index]?.rationality ?? null) !== null
  if (hesitant) return { kind: 'not-always-right' }
  if (route === null || slows(reading) || !decidedByNetValues(reading, user)) return null
  const values = reading.menu.map((model) => netValueOf(reading, model, user) ?? 0)
  if (values.every((value) => value > 0)) return { kind: 'all-worth-it' }
  if (values.every((value) => value < 0)) return { kind: 'none-worth-it' }
  if (reading.document.concept === 'nash') return null
  switch (replyOf(user)) {
    case 'stays':
      return whyStays(reading, user, route)
    case 'leaves':
      return whyLeaves(reading, user, route)
    case 'sometimes':
      return { kind: 'undecided' }
    case 'never-fails':
    case 'absent':
    case 'differs':
      return null
  }
}

/** Net values of models decide alone: all attempts at all tasks are alike, and the task is begun whatever it is worth. */
function decidedByNetValues({ instance }: Reading, user: UserEntry): boolean {
  const declared = instance.users.find(({ name }) => name === user.name)
  return (
    replyOf(user) !== 'never-fails' &&
    user.types === undefined &&
    instance.tasks.length === 0 &&
    instance.models.every(({ later }) => later.length === 0) &&
    declared?.outside === null
  )
}

function whyStays(reading: Reading, user: UserEntry, route: RouteKey): Reason | null {
  const { start } = route
  const [step] = stepsOf(reading, route)
  if (step !== undefined && step.probability > 0) {
    const threshold =
      reading.chosen === null || reading.document.route === null ? null : thresholdOf(reading.chosen)
    if (threshold === 's0') return { kind: 'least-that-keeps', start, next: step.to }
    return threshold === 'sL' ? { kind: 'most-they-bear', start, next: step.to } : null
  }
  return (netValueOf(reading, start, user) ?? 0) > 0 ? { kind: 'start-worth-it', start } : null
}

function whyLeaves(reading: Reading, user: UserEntry, route: RouteKey): Reason | null {
  const { start } = route
  const worth = netValueOf(reading, start, user) ?? 0
  const [step] = stepsOf(reading, route)
  if (isIndifferent(user) || reading.states.length > 2) return null
  if (worth > 0) {
    const feared = step !== undefined && step.probability > 0 && !step.fixed
    return feared ? { kind: 'threat', start, next: step.to } : null
  }
  if (worth === 0) return null
  if (step !== undefined && (netValueOf(reading, step.to, user) ?? 0) > 0) {
    return { kind: 'too-little-promised', start, next: step.to }
  }
  const better = startsThatKeep(reading, user)
  return better === null ? null : { kind: 'start-drives-out', start, better }
}

/** The start of the menu worth most to the user, where staying at it is worth the wait and may be announced. */
function startsThatKeep(reading: Reading, user: UserEntry): string | null {
  const { starts, transitions } = reading.instance.menu.chain
  const [best] = starts
    .filter((index) => stayable(transitions[index] ?? [], index, reading))
    .map((index) => reading.states[index] ?? '')
    .filter((model) => (netValueOf(reading, model, user) ?? 0) > 0)
    .toSorted((x, y) => passValue(reading, y, user) - passValue(reading, x, user))
  return best ?? null
}

function stayable(
  row: Reading['instance']['menu']['chain']['transitions'][number],
  index: number,
  { instance }: Reading,
): boolean {
  return row.every(({ to, constant, terms }) => {
    if (to === index) return true
    const none = constant.op === 'number' && constant.value === '0'
    return (
      none &&
      terms.every(({ variable }) => {
        const low = instance.menu.chain.variables[variable]?.low
        return low?.op === 'number' && low.value === '0'
      })
    )
  })
}

function passValue(reading: Reading, model: string, user: UserEntry): number {
  return (netValueOf(reading, model, user) ?? 0) / (reading.models.get(model)?.success ?? 1)
}
