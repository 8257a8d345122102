import { percent, type Amounts } from '../formatting/amounts.ts'
import { quantityText } from '../formatting/quantity.ts'
import { apart, decimal } from '../formatting/decimal.ts'
import type { Sentence } from '../model.ts'
import { flipsSeen, type SeenFlip } from '../reading/flips.ts'
import { abandonmentOf, inputFlipsSeen } from '../reading/input-flips.ts'
import { replyClause, routeClause } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** The churn penalty that would change the provider's choice, how far away it is, and what comes then. */
export const flipSentences: SentenceMaker = (reading) => {
  const param = nearestParam(reading)
  if (param !== null) return [param]
  const flips = flipsSeen(reading)
  if (flips === null || reading.document.concept === 'user-choice') return []
  const [nearest] = flips
  if (nearest === undefined) {
    return [sentence('No churn penalty, however low or high, would change this choice.', 'flips.penalty')]
  }
  const index = reading.document.flips?.penalty?.indexOf(nearest.flip) ?? 0
  return [sentence(nearestWords(reading, nearest), `flips.penalty.${index}`)]
}

/** The param that is nearest to a change of route or answer, where it is nearer than the churn penalty; else null. */
function nearestParam(reading: Reading): Sentence | null {
  const { document, instance, amounts, penalty } = reading
  const [own] = flipsSeen(reading) ?? []
  const seen = (inputFlipsSeen(reading) ?? []).find(({ input, flip, side, relative }) => {
    const decides = flip.changes.includes('route') || flip.changes.includes('behaviour')
    const isParam = instance.params.some(({ name }) => name === input.name)
    return decides && isParam && side !== 'here' && relative !== null && !isPenalty(reading, input.name)
  })
  if (seen === undefined || seen.relative === null || document.concept === 'user-choice') return null
  const rival = own === undefined || own.relative === null || penalty === 0 ? Infinity : own.relative
  if (seen.relative >= rival) return null
  const { input, flip, side, place, isRough, beyond } = seen
  const { route } = beyond
  if (route === null) return null
  const [at] = apart(place, input.value, (value, digits) =>
    quantityText(value, input.dimension, instance.units, digits),
  )
  const abandonment = abandonmentOf(beyond)
  const still = flip.changes.includes('behaviour') ? '' : 'still '
  const alone = document.users.length === 1
  const answer =
    abandonment === null
      ? `${alone ? 'the user' : 'users'} would answer differently`
      : `${alone ? 'the user' : 'every user'} would ${still}${would(abandonment)}`
  const does = flip.changes.includes('route')
    ? `the provider would ${routeClause(reading, { route, abandonment }, 'start')}, and ${answer}`
    : `the provider would keep its route, but ${answer}`
  const index = document.flips?.inputs?.indexOf(input) ?? 0
  return sentence(
    `The number that would change this is ${input.name}: ${isRough ? 'somewhere ' : ''}${side} ${at} ` +
      `(${isRough ? 'at least ' : ''}${distanceWords(seen, amounts)}), ` +
      `${does}.`,
    `flips.inputs.${index}`,
  )
}

/** Whether a param is the churn penalty and nothing else. */
function isPenalty({ instance }: Reading, name: string): boolean {
  const { expression } = instance.provider.penalty
  return expression.op === 'ref' && expression.name === name
}

function nearestWords(reading: Reading, seen: SeenFlip): string {
  const { amounts, penalty } = reading
  if (seen.side === 'here') {
    const { below, above } = seen.flip
    const does = (side: typeof above, who: string): string =>
      `${who} would ${routeClause(reading, side, 'start')}, and the user would ${would(side.abandonment)}`
    return penalty === 0
      ? `With any churn penalty above 0, ${does(above, 'the provider')}.`
      : `This penalty is the very point at which the choice changes: with any more, ${does(above, 'the provider')}; ` +
          `with any less, ${does(below, 'it')}.`
  }
  if (seen.flip.at === 0) {
    return (
      `Only with no churn penalty at all would the provider ${routeClause(reading, seen.beyond, 'start')}, ` +
      `and the user ${would(seen.beyond.abandonment)}.`
    )
  }
  const [at] = apart(seen.flip.at, penalty, amounts.cost)
  const distance = seen.relative === null ? '' : ` (${distanceWords(seen, amounts)})`
  const [user] = reading.document.users
  const still = user !== undefined && user.abandonment === seen.beyond.abandonment ? 'still ' : ''
  return (
    `The number that would change this is the churn penalty: ${seen.side} ${at}${distance}, ` +
    `the provider would ${routeClause(reading, seen.beyond, 'start')}, ` +
    `and the user would ${still}${would(seen.beyond.abandonment)}.`
  )
}

function would(abandonment: number | null): string {
  return replyClause(abandonment)
    .replace(/^keeps/, 'keep')
    .replace(/^leaves/, 'leave')
}

/** `35.2% more than now`, `2.6 times as much as now`, `now it is 0 USD`. */
export function distanceWords(
  { side, relative }: Pick<SeenFlip, 'side' | 'relative'>,
  amounts: Amounts,
): string {
  if (side === 'here') return 'right here'
  if (relative === null) return `now it is ${amounts.cost(0)}`
  if (side === 'above' && relative >= 1) return `${decimal(relative + 1, 3)} times as much as now`
  return `${percent(relative)} ${side === 'above' ? 'more' : 'less'} than now`
}
