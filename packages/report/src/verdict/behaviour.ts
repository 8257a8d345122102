import type { ReplyShareEntry, UserEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { listed } from '../formatting/label.ts'
import type { Sentence } from '../model.ts'
import { replyClause } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { reasonOf, type Reason } from '../reading/reason.ts'
import { replyOf } from '../reading/reply.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** What users do about the route, and why; those who do alike, for the same reason, in one sentence. */
export const behaviourSentences: SentenceMaker = (reading) => {
  const { users } = reading.document
  const groups = new Map<string, [number, ...number[]]>()
  users.forEach((user, index) => {
    const key = JSON.stringify([replyWords(reading, user, '', () => []).text, reasonOf(reading, user)])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  })
  return [...groups.values()].flatMap((group): readonly Sentence[] => {
    const user = users[group[0]]
    if (user === undefined) return []
    const names = group.flatMap((index) => users[index] ?? []).map(reading.userNamed)
    const who = names.length === 1 ? (names[0] ?? '') : `each of ${listed(names)}`
    const about = (...keys: readonly string[]): readonly string[] =>
      group.flatMap((index) => keys.map((key) => `users.${index}.${key}`))
    const reason = reasonOf(reading, user)
    const why = reason === null ? null : reasonWords(reading, reason)
    return [
      replyWords(reading, user, who, about),
      ...(why === null ? [] : [sentence(why, ...about('abandonment'), 'models')]),
    ]
  })
}

function replyWords(
  reading: Reading,
  user: UserEntry,
  who: string,
  about: (...keys: readonly string[]) => readonly string[],
): Sentence {
  const { amounts } = reading
  const effort =
    user.attempts === null
      ? 'without end, now and then'
      : `${count(user.attempts)} and ${amounts.time(user.latency)} of waiting on average`
  const unsolved = percent(1 - user.success)
  const clause = replyClauseOf(reading, user)
  switch (replyOf(user)) {
    case 'absent':
      return sentence(`${who} ${clause}.`, ...about('begins'))
    case 'never-fails':
      return sentence(
        `The first attempt always solves the task, after ${amounts.time(user.latency)} of waiting.`,
        ...about('success', 'attempts', 'latency'),
      )
    case 'stays':
      return sentence(`${who} ${clause}: ${effort}.`, ...about('abandonment', 'attempts', 'latency'))
    case 'differs':
      return sentence(
        `${who} ${clause}, so ${unsolved} of tasks stay unsolved (${effort}).`,
        ...about('abandonmentBy', 'success', 'attempts', 'latency'),
      )
    case 'leaves':
      return sentence(
        `${who} ${clause}, so ${unsolved} of tasks stay unsolved.`,
        ...about('abandonment', 'success'),
      )
    case 'sometimes':
      return sentence(
        `${who} ${clause}, so ${unsolved} of tasks stay unsolved (${effort}).`,
        ...about('abandonment', 'success', 'attempts', 'latency'),
      )
  }
}

/** What a user does, to follow her name: `leaves after the first failed attempt`. */
export function replyClauseOf(reading: Reading, user: UserEntry): string {
  switch (replyOf(user)) {
    case 'absent':
      return 'does not even start'
    case 'never-fails':
      return 'has the task solved by the first attempt'
    case 'stays':
      return replyClause(0)
    case 'leaves':
      return replyClause(1)
    case 'sometimes':
      return replyClause(user.abandonment)
    case 'differs':
      return differentlyWords(reading, user)
  }
}

/** What a user does who answers differently to what she sees: `stays after a failure of o3 and leaves after one of mini`. */
function differentlyWords(
  reading: Reading,
  {
    abandonmentBy,
    abandonment,
    staying,
    mixture,
  }: Pick<UserEntry, 'abandonmentBy' | 'abandonment' | 'staying' | 'mixture'>,
): string {
  if (staying !== undefined)
    return `is one of two kinds: ${percent(staying)} of users keep retrying until the task is solved, the others leave at once`
  if (mixture !== undefined) {
    const ways = mixture.map((each) => `${replyPartWords(reading, each)} (${percent(each.share)} of tasks)`)
    return `answers one task in one way and another in another, at random: ${listed(ways, 'or')}`
  }
  if (abandonmentBy === undefined) {
    return abandonment === null
      ? 'answers as is best for them'
      : `stands for people who differ: on average they leave after ${percent(abandonment)} of failed attempts`
  }
  if ('leavesAfter' in abandonmentBy) {
    const { leavesAfter } = abandonmentBy
    return leavesAfter === null ? 'never leaves' : `leaves after ${String(leavesAfter)} failed attempts`
  }
  const after = (does: number): string =>
    listed(
      Object.entries(abandonmentBy.model).flatMap(([model, leaves]) =>
        leaves === does ? [reading.modelNamed(model)] : [],
      ),
      'or',
    )
  return `tries again after a failure of ${after(0)}, and leaves after one of ${after(1)}`
}

/** One of several ways in which a user answers. */
function replyPartWords(reading: Reading, part: ReplyShareEntry): string {
  if (!part.begins) return 'does not even start'
  return part.abandonment === null ? differentlyWords(reading, part) : replyClause(part.abandonment)
}

function count(attempts: number): string {
  return attempts === 1 ? 'one attempt' : `${decimal(attempts, 3)} attempts`
}

function reasonWords(reading: Reading, reason: Reason): string | null {
  const named = reading.modelNamed
  switch (reason.kind) {
    case 'all-worth-it':
      return reading.menu.length === 1
        ? null
        : 'Every model on the menu is worth the wait, so no route would drive them out.'
    case 'none-worth-it':
      return 'No model on the menu is worth the wait to them, so no route would keep them.'
    case 'start-worth-it':
      return `An attempt with ${named(reason.start)} is worth the wait to them.`
    case 'least-that-keeps':
      return `That is just enough ${named(reason.next)} to keep them: with any less they would leave after the first failure.`
    case 'most-they-bear':
      return `That is as much ${named(reason.next)} as they put up with: with any more they would begin to leave.`
    case 'threat':
      return (
        `The announcement is meant to make them leave: they would keep retrying ${named(reason.start)}, ` +
        `but ${named(reason.next)} is not worth the wait to them.`
      )
    case 'too-little-promised':
      return (
        `An attempt with ${named(reason.start)} is not worth the wait to them, and they are not promised enough ` +
        `${named(reason.next)} to stay.`
      )
    case 'start-drives-out':
      return (
        `An attempt with ${named(reason.start)} is not worth the wait to them; ` +
        `started at ${named(reason.better)} they would stay, which would cost the provider more.`
      )
    case 'not-always-right':
      return 'They are not perfectly rational: of two answers they are the surer of the better one the more is at stake.'
    case 'undecided':
      return 'At this escalation they are undecided, and drop out now and then.'
  }
}
