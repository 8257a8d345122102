import type { UserEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { listed } from '../formatting/label.ts'
import { settingsOf } from './phrases.ts'
import { netValueOf, type Reading } from './reading.ts'
import { stepsOf } from './steps.ts'

/** The route that is best for a user, to follow `every task`: `start at o3 and stay there`. */
export function preferredClause(reading: Reading, user: UserEntry): string {
  const { route } = user.best
  const start = `start at ${reading.modelNamed(route.start)}`
  const settings = settingsOf(route)
  if (settings.length > 0) {
    return `${start}, with ${listed(settings.map(([name, value]) => `${name} at ${value}`))}`
  }
  const [step] = stepsOf(reading, route)
  if (step !== undefined && step.probability > 0) {
    const share = step.probability === 1 ? 'every failure' : `${percent(step.probability)} of failures`
    return `${start} and ${share} move on to ${reading.modelNamed(step.to)}`
  }
  const success = reading.models.get(route.start)?.success ?? 0
  if (success === 1) return start
  return (netValueOf(reading, route.start, user) ?? 0) < 0
    ? `${start} and end there`
    : `${start} and stay there`
}
