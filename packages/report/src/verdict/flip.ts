import { percent, type Amounts } from '../formatting/amounts.ts'
import { apart, decimal } from '../formatting/decimal.ts'
import { flipsSeen, type SeenFlip } from '../reading/flips.ts'
import { replyClause, routeClause } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** The churn penalty that would change the provider's choice, how far away it is, and what comes then. */
export const flipSentences: SentenceMaker = (reading) => {
  const flips = flipsSeen(reading)
  if (flips === null || reading.document.concept === 'user-choice') return []
  const [nearest] = flips
  if (nearest === undefined) {
    return [sentence('No churn penalty, however low or high, would change this choice.', 'flips.penalty')]
  }
  const index = reading.document.flips?.penalty.indexOf(nearest.flip) ?? 0
  return [sentence(nearestWords(reading, nearest), `flips.penalty.${index}`)]
}

function nearestWords(reading: Reading, seen: SeenFlip): string {
  const { amounts, penalty } = reading
  if (seen.side === 'here') {
    const { below, above } = seen.flip
    return penalty === 0
      ? `With any churn penalty above 0, the provider would ${routeClause(reading, above, 'start')}, and the user would ${would(above.abandonment)}.`
      : `This penalty is the very point at which the choice changes: with any more, the provider would ` +
          `${routeClause(reading, above, 'start')}; with any less, it would ${routeClause(reading, below, 'start')}.`
  }
  const [at] = apart(seen.flip.at, penalty, amounts.cost)
  const [user] = reading.document.users
  const still = user !== undefined && user.abandonment === seen.beyond.abandonment ? 'still ' : ''
  return (
    `The number that would change this is the churn penalty: ${seen.side} ${at} (${distanceWords(seen, amounts)}), ` +
    `the provider would ${routeClause(reading, seen.beyond, 'start')}, ` +
    `and the user would ${still}${would(seen.beyond.abandonment)}.`
  )
}

function would(abandonment: number): string {
  return replyClause(abandonment)
    .replace(/^keeps/, 'keep')
    .replace(/^leaves/, 'leave')
}

/** `35.2% more than now`, `2.6 times as much as now`, `0.01 USD more than now`. */
export function distanceWords({ side, distance, relative }: SeenFlip, amounts: Amounts): string {
  if (side === 'here') return 'right here'
  if (relative === null) return `${amounts.cost(distance)} more than now`
  if (side === 'above' && relative >= 1) return `${decimal(relative + 1, 3)} times as much as now`
  return `${percent(relative)} ${side === 'above' ? 'more' : 'less'} than now`
}
