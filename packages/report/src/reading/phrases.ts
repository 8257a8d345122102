import type { RouteKey } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { listed, quoted, visible } from '../formatting/label.ts'
import type { Reading } from './reading.ts'
import { replyBy } from './reply.ts'
import { stepsOf, type Step } from './steps.ts'

type Reply = { readonly route: RouteKey; readonly abandonment: number | null }

/** A short name for a route with its reply, for tables and pictures: `gpt-4.1, then o3 (9.83%): stays`. */
export function routeName(reading: Reading, { route, abandonment }: Reply): string {
  return `${routeWords(reading, route)}: ${replyWord(abandonment)}`
}

/** A route without its reply: `o3`, `gpt-4.1 only`, `gpt-4.1, then o3 (9.83%)`. */
export function routeWords(reading: Reading, route: RouteKey): string {
  const start = reading.modelNamed(route.start)
  const settings = settingsOf(route)
  if (settings.length > 0) return [start, ...settings.map(([name, at]) => `${name} ${at}`)].join(', ')
  const steps = stepsOf(reading, route)
  const climbs = steps.filter(({ probability }) => probability > 0)
  if (climbs.length > 0) {
    const ups = climbs.map(({ from, to, probability }, index) => {
      const whence =
        from === (climbs[index - 1]?.to ?? route.start) ? 'then' : `from ${reading.modelNamed(from)}`
      return `${whence} ${reading.modelNamed(to)} (${percent(probability)})`
    })
    return [start, ...ups].join(', ')
  }
  return steps.length > 0 ? `${start} only` : start
}

/** What a menu's own variables are set to, in words: `coin` to `26.9%`. */
export function settingsOf({
  variables = {},
}: RouteKey): readonly (readonly [name: string, value: string])[] {
  return Object.entries(variables).map(([name, value]) => [quoted(visible(name)), percent(value)] as const)
}

/** `stays`, `leaves`, `leaves after 2.8% of failures`, `answers differ`. */
export function replyWord(abandonment: number | null): string {
  const reply = replyBy(abandonment)
  if (reply === 'differs') return 'answers differ'
  return reply === 'sometimes' ? `leaves after ${percent(abandonment)} of failures` : reply
}

/**
 * What the provider does on a route, to follow `the provider`: `starts every task at o3`.
 *
 * @param verb `starts`, or `start` after an auxiliary
 */
export function routeClause(
  reading: Reading,
  { route, abandonment }: Reply,
  verb: 'starts' | 'start',
): string {
  const s = verb === 'starts' ? 's' : ''
  const es = verb === 'starts' ? 'es' : ''
  const start = `start${s} every task at ${reading.modelNamed(route.start)}`
  const settings = settingsOf(route).map(([name, value]) => `${name} to ${value}`)
  if (settings.length > 0) return `${start} and set${s} ${listed(settings)}`
  const steps = stepsOf(reading, route)
  if (steps.length === 0 || reading.models.get(route.start)?.success === 1) return start
  const climbs = steps.filter(({ probability }) => probability > 0)
  const reply = replyBy(abandonment)
  if (climbs.length === 0) {
    return reply === 'leaves'
      ? `${start} and never move${s} on from there`
      : `${start} and keep${s} every retry there`
  }
  if (reply === 'leaves')
    return `${start} and announce${s} that ${listed(climbs.map((step) => threat(reading, step)))}`
  return `${start} and pass${es} ${listed(climbs.map((step) => move(reading, step, route.start, reply)))}`
}

function move(reading: Reading, { from, to, probability }: Step, start: string, reply: string): string {
  const share = probability === 1 ? 'every' : `${percent(probability)} of`
  const retried = reply === 'sometimes' ? 'retried ' : ''
  const failures = `${retried}failure${probability === 1 ? '' : 's'}`
  const whose = from === start ? (probability === 1 ? '' : 'its ') : ''
  const at = from === start ? '' : ` at ${reading.modelNamed(from)}`
  return `${share} ${whose}${failures}${at} on to ${reading.modelNamed(to)}`
}

function threat(reading: Reading, { to, probability }: Step): string {
  const goal = `to ${reading.modelNamed(to)}`
  return probability === 1
    ? `the first retry goes ${goal}`
    : `${percent(probability)} of the retries go ${goal}`
}

/** What users do about it, to follow `the user`: `keeps retrying until the task is solved`. */
export function replyClause(abandonment: number | null): string {
  switch (replyBy(abandonment)) {
    case 'stays':
      return 'keeps retrying until the task is solved'
    case 'leaves':
      return 'leaves after the first failed attempt'
    case 'sometimes':
      return `leaves after ${percent(abandonment)} of failed attempts`
    case 'differs':
      return 'answers as is best for them'
  }
}
