import type { UserEntry } from '@plumbline/game'
import { apart } from '../formatting/decimal.ts'
import { listed } from '../formatting/label.ts'
import type { Sentence } from '../model.ts'
import type { KeyedCandidate } from '../reading/keys.ts'
import { routeWords } from '../reading/phrases.ts'
import { netValueOf, rivals, runnerUp, slows, thresholdOf, type Reading } from '../reading/reading.ts'
import { replyBy, replyOf } from '../reading/reply.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** Which models are worth their wait to users, and what that leaves the provider to choose from. */
export const regimeSentences: SentenceMaker = (reading) =>
  reading.document.users.flatMap((user, index) => {
    const worth = groupsByWorth(reading, user)
    return [sentence(`To ${reading.userNamed(user)}, ${worth}.`, `users.${index}.regime`, 'models')]
  })

function groupsByWorth(reading: Reading, user: UserEntry): string {
  const by = (test: (value: number) => boolean): readonly string[] =>
    reading.menu.filter((model) => test(netValueOf(reading, model, user) ?? 0)).map(reading.modelNamed)
  const [above, even, below] = [by((v) => v > 0), by((v) => v === 0), by((v) => v < 0)]
  const is = (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? 'is' : 'are'}`
  const parts = [
    ...(above.length > 0 ? [`${is(above)} worth the wait`] : []),
    ...(even.length > 0 ? [`${is(even)} worth exactly the wait`] : []),
    ...(below.length > 0 ? [`${is(below)} not worth the wait`] : []),
  ]
  return parts.join('; ')
}

/** The rule that made the chosen route the cheapest, and by how much it wins. */
export const decidingSentences: SentenceMaker = (reading) => {
  const { chosen, document } = reading
  if (chosen === null) return []
  if (document.concept === 'user-choice') {
    const rule = 'The user takes the model that is worth most to them, and the provider bears what it costs.'
    return [sentence(rule, 'users', 'candidates')]
  }
  return [
    sentence(ruleFor(reading, chosen), 'candidates', 'certificate.case'),
    ...marginSentences(reading, chosen),
  ]
}

function ruleFor(reading: Reading, chosen: KeyedCandidate): string {
  const named = reading.modelNamed(chosen.route.start)
  const threshold = thresholdOf(chosen)
  if (slows(reading)) return `Route ${chosen.key} is the cheapest, slowed models included.`
  const [user] = reading.document.users
  if (user !== undefined && replyOf(user) === 'never-fails') {
    return `Route ${chosen.key} needs one attempt with ${named}, which always succeeds: its cost is that of the attempt.`
  }
  if (threshold !== null) {
    const limit = threshold === 's0' ? 'least' : 'greatest'
    return (
      `Route ${chosen.key} keeps users with a mixture: the cost of a solved task lies between those of the two models, ` +
      `and the ${limit} escalation at which users stay gives the cheapest mixture that keeps them.`
    )
  }
  switch (replyBy(chosen.abandonment)) {
    case 'stays':
      return `On route ${chosen.key} users stay until the task is solved, so it costs what a solved task costs: no task is lost.`
    case 'leaves':
      return `On route ${chosen.key} users leave after one failure, so it costs one attempt with ${named} and the churn penalty for each failure.`
    case 'sometimes':
      return `On route ${chosen.key} users leave now and then, so it costs some retries and some lost tasks.`
    case 'differs':
      return `On route ${chosen.key} some tasks are retried and some are given up, so it costs some retries and some lost tasks.`
  }
}

function marginSentences(reading: Reading, chosen: KeyedCandidate): readonly Sentence[] {
  const { amounts } = reading
  const equals = rivals(reading)
  if (equals.length > 0) {
    const keys = listed(equals.map(({ key, route }) => `${key} (${routeWords(reading, route)})`))
    return [
      sentence(
        `It costs exactly as much as ${keys}; among equals the one that is best for users is announced, ` +
          'then the earlier start, then no escalation or else sure escalation, then staying.',
        'candidates',
      ),
    ]
  }
  const next = runnerUp(reading)
  if (next === null) return [sentence('No other route was in question.', 'candidates')]
  const [least, more] = apart(chosen.cost, next.cost, amounts.cost)
  return [
    sentence(`It wins with ${least} a task; the next best, route ${next.key}, costs ${more}.`, 'candidates'),
  ]
}
