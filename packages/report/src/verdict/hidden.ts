import type { EquilibriumEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { listed } from '../formatting/label.ts'
import { replyWord, routeWords } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { stepsOf } from '../reading/steps.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** What a provider does whose route users do not see, and users reckon with: `users cannot see the route; in equilibrium …`. */
export function hiddenClause(reading: Reading): string {
  const [told] = reading.document.equilibria ?? []
  if (told?.routes !== undefined) {
    const parts = told.routes.map(({ share, route }) => `${percent(share)} ${routeWords(reading, route)}`)
    return `with a route that users cannot see, the provider draws one for each task at random: ${listed(parts)}`
  }
  return told === undefined
    ? 'users cannot see the route'
    : `with a route that users cannot see, the provider ${startWords(reading, told)}${stepWords(reading, told)}`
}

/** `starts every task at o3`, `starts 40% of tasks at gpt-4.1 and 60% at o3`. */
function startWords(reading: Reading, { starts }: EquilibriumEntry): string {
  const all = Object.entries(starts)
  const [only] = all
  if (only !== undefined && all.length === 1) return `starts every task at ${reading.modelNamed(only[0])}`
  const parts = all.map(([name, share], index) => {
    return `${percent(share)}${index === 0 ? ' of tasks' : ''} at ${reading.modelNamed(name)}`
  })
  return `starts ${listed(parts)}, at random`
}

/** What becomes of failures: `, and passes 9.83% of failures of gpt-4.1 on to o3`. */
function stepWords(
  reading: Reading,
  { starts, escalation, transitions, abandonment }: EquilibriumEntry,
): string {
  if (abandonment === 1) return ''
  const climbs = Object.keys(starts).flatMap((start) =>
    stepsOf(reading, { start, escalation, ...(transitions === undefined ? {} : { transitions }) }),
  )
  const moves = climbs.filter(({ probability }) => probability > 0)
  if (moves.length === 0) return climbs.length > 0 ? ', and keeps every retry where it was' : ''
  const words = moves.map(
    ({ from, to, probability }) =>
      `${percent(probability)} of failures of ${reading.modelNamed(from)} on to ${reading.modelNamed(to)}`,
  )
  return `, and passes ${listed([...new Set(words)])}`
}

/** A short name for an equilibrium, for tables: `gpt-4.1 (40%) or o3 (60%)`. */
export function equilibriumName(reading: Reading, found: EquilibriumEntry): string {
  if (found.routes !== undefined) {
    return listed(
      found.routes.map(({ share, route }) => `${routeWords(reading, route)}: ${percent(share)}`),
      'or',
    )
  }
  const all = Object.entries(found.starts)
  const starts = all.map(([name, share]) => {
    return all.length === 1 ? reading.modelNamed(name) : `${reading.modelNamed(name)} (${percent(share)})`
  })
  return listed(starts, 'or')
}

/** What users do in it: `stays`, `17.2% stay, the others leave`. */
export function equilibriumReply({ abandonment, staying }: EquilibriumEntry): string {
  if (staying !== undefined) return `${percent(staying)} stay, the others leave`
  return replyWord(abandonment)
}

/** That there are other equilibria, and which of them this is. */
export const choiceSentences: SentenceMaker = ({ document, instance }) => {
  const count = document.equilibria?.length ?? 0
  const { method, tolerance } = document.certificate
  if (method === 'mutual-best-response') {
    const gain =
      tolerance === undefined
        ? 'neither side would do better on its own'
        : `on its own neither side could gain more than ${decimal(tolerance, 2)} of what is at stake for it`
    return [sentence(`That is an equilibrium: ${gain}. There may be others.`, 'equilibria')]
  }
  if (count < 2) return []
  const which = instance.provider.ties.word === 'weak' ? 'most' : 'least'
  return [
    sentence(
      `There are ${String(count)} equilibria: states in which neither side would do better on its own. ` +
        `This is the one that costs the provider ${which}.`,
      'equilibria',
    ),
  ]
}

/** What announcing the route would be worth to each side. */
export const announcingSentences: SentenceMaker = ({ document, amounts }) => {
  const { announcing } = document
  if (announcing === undefined) return []
  const saved =
    announcing.provider > 0
      ? `would save the provider ${amounts.cost(announcing.provider)} a task`
      : 'would save the provider nothing'
  const users =
    announcing.users > 0
      ? `give users ${amounts.utility(announcing.users)} more`
      : announcing.users < 0
        ? `cost users ${amounts.utility(-announcing.users)}`
        : 'change nothing for users'
  return [sentence(`Announcing its best route, and keeping to it, ${saved} and ${users}.`, 'announcing')]
}
