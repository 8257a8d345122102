import { floatGame } from '@plumbline/game'
import { listed } from '../formatting/label.ts'
import type { Sentence } from '../model.ts'
import { routeClause } from '../reading/phrases.ts'
import { announcedRoute, type Reading } from '../reading/reading.ts'
import { replyClauseOf } from '../verdict/behaviour.ts'
import { hiddenClause } from '../verdict/hidden.ts'
import { commonReply } from '../verdict/route.ts'
import { sentence } from '../verdict/sentence.ts'
import { directionOf, insteadOf, type Direction } from './change.ts'
import type { Sides } from './sides.ts'

/** Users whose answers are told one by one. */
const mostTold = 4

/** What changes from the first game to the second, and who gains by it; each sentence from the two solutions alone. */
export function changeSentences(sides: Sides): readonly Sentence[] {
  return [
    gainsSentence(sides),
    ...presumedSentences(sides),
    ...routeSentences(sides),
    ...replySentences(sides),
    ...moneySentences(sides),
    ...worthSentences(sides),
    ...gapSentences(sides),
  ]
}

function gainsSentence({ before, after, users, slack }: Sides): Sentence {
  const cost = directionOf(before.document.provider.cost, after.document.provider.cost, slack)
  const moves = users.map((user) => directionOf(user.before.utility, user.after.utility))
  const who = users.length > 1 ? 'users' : 'the user'
  const rests = ['before.provider.cost', 'after.provider.cost', 'before.users', 'after.users']
  if (users.length === 0) {
    const provider = { up: 'loses', down: 'gains', same: 'neither gains nor loses' }[cost]
    return sentence(`The provider ${provider}; the two games have no user in common.`, ...rests)
  }
  return sentence(`${gainsWords(cost, moves, who)}.`, ...rests)
}

function gainsWords(cost: Direction, moves: readonly Direction[], who: string): string {
  const s = who === 'users' ? '' : 's'
  const [gain, lose] = [moves.includes('up'), moves.includes('down')]
  if (gain && lose) {
    const others = 'some users gain and others lose'
    return cost === 'same'
      ? `The provider pays the same; ${others}`
      : `The provider ${cost === 'down' ? 'gains' : 'loses'}; ${others}`
  }
  if (!gain && !lose) {
    const provider = {
      up: 'The provider loses',
      down: 'The provider gains',
      same: 'Nobody gains and nobody loses',
    }[cost]
    return cost === 'same' ? provider : `${provider}, and nothing changes for ${who}`
  }
  const verb = gain ? `gain${s}` : `lose${s}`
  if (cost === 'same') return `${who} ${verb}, at the same cost to the provider`
  if (gain && cost === 'down') return 'Both sides gain'
  if (lose && cost === 'up') return 'Both sides lose'
  return gain ? `${who} ${verb}, at the provider’s expense` : `The provider gains, at the expense of ${who}`
}

/** What the games presume of both sides differs: then not all of the change is the routing's. */
function presumedSentences({ before, after, users }: Sides): readonly Sentence[] {
  const [one, other] = [floatGame(before.instance), floatGame(after.instance)]
  const presumed = [
    ...(one.provider.penalty === other.provider.penalty ? [] : ['the churn penalty']),
    ...users.flatMap(({ before: entry }) => {
      const [from, to] = [one, other].map((game) => game.users.find(({ name }) => name === entry.name))
      const differs = (['value', 'patience', 'outside'] as const).some((key) => from?.[key] !== to?.[key])
      return differs ? [`what a task or a wait is worth to ${before.userNamed(entry)}`] : []
    }),
  ].slice(0, mostTold)
  if (presumed.length === 0) return []
  const verb = presumed.length === 1 ? 'is' : 'are'
  return [
    sentence(
      `But ${listed(presumed)} ${verb} not the same in both, so part of that is what the games presume and not what the ` +
        'provider does.',
    ),
  ]
}

function routeSentences({ before, after }: Sides): readonly Sentence[] {
  const [one, other] = [clauseOf(before), clauseOf(after)]
  const rests = ['before.route', 'after.route']
  if (one === other) return [sentence(`In both, ${one}.`, ...rests)]
  return [sentence(`Before, ${one}.`, ...rests), sentence(`After, ${other}.`, ...rests)]
}

function clauseOf(reading: Reading): string {
  const { route } = reading.document
  if (route === null) return 'users choose the model for themselves'
  const announced = announcedRoute(reading.document)
  if (announced === null || reading.document.concept === 'nash') return hiddenClause(reading)
  return `the provider ${routeClause(reading, { route: announced, abandonment: commonReply(reading) }, 'starts')}`
}

function replySentences({ before, after, users }: Sides): readonly Sentence[] {
  const changed = users.flatMap(({ before: from, after: to }) => {
    const [one, other] = [replyClauseOf(before, from), replyClauseOf(after, to)]
    return one === other ? [] : [{ who: before.userNamed(from), one, other }]
  })
  return changed.slice(0, mostTold).map(({ who, one, other }) => {
    return sentence(`Before, ${who} ${one}; after, ${who} ${other}.`, 'before.users', 'after.users')
  })
}

function moneySentences({ before, after, slack }: Sides): readonly Sentence[] {
  const [one, other] = [before.document.provider.cost, after.document.provider.cost]
  const rests = ['before.provider.cost', 'after.provider.cost']
  if (directionOf(one, other, slack) === 'same') {
    const how = one === other ? 'exactly' : 'as far as the searches tell,'
    return [sentence(`A task costs the provider ${how} the same: ${after.amounts.cost(other)}.`, ...rests)]
  }
  const told = insteadOf(one, other, (value, digits) => before.amounts.cost(value, digits))
  return [sentence(`A task costs the provider ${told}.`, ...rests)]
}

function worthSentences({ before, users }: Sides): readonly Sentence[] {
  const changed = users.filter((user) => user.before.utility !== user.after.utility).slice(0, mostTold)
  const told = changed.map((user) => {
    const show = (value: number, digits?: number): string => before.amounts.utility(value, digits)
    return `${before.userNamed(user.before)} ${insteadOf(user.before.utility, user.after.utility, show)}`
  })
  if (told.length === 0) return []
  return [sentence(`A task is worth to ${listed(told)}.`, 'before.users', 'after.users')]
}

function gapSentences({ before, after }: Sides): readonly Sentence[] {
  const [one, other] = [before.document.misalignment.gap, after.document.misalignment.gap]
  const rests = ['before.misalignment.gap', 'after.misalignment.gap']
  const { utility } = before.amounts
  if (one === other) return []
  if (other === 0)
    return [sentence(`The gap of ${utility(one)} to what users would choose closes.`, ...rests)]
  if (one === 0) return [sentence(`A gap of ${utility(other)} to what users would choose opens.`, ...rests)]
  const told = insteadOf(one, other, (value, digits) => utility(value, digits))
  return [
    sentence(`The gap to what users would choose ${other > one ? 'widens' : 'narrows'}: ${told}.`, ...rests),
  ]
}
