import type { GameInstance, SolutionDocument } from '@plumbline/game'
import type { Sentence } from '../model.ts'
import { read, type Reading } from '../reading/reading.ts'
import { behaviourSentences } from './behaviour.ts'
import { doubtSentences } from './doubt.ts'
import { flipSentences } from './flip.ts'
import { announcingSentences } from './hidden.ts'
import { gapSentences } from './gap.ts'
import { moneySentences } from './money.ts'
import { routeSentences } from './route.ts'
import type { SentenceMaker } from './sentence.ts'
import { slowedSentences, temptationSentences } from './slowing.ts'

/** What the verdict says, in this order; each maker looks at the solution alone, none at another's words. */
const makers: readonly SentenceMaker[] = [
  routeSentences,
  slowedSentences,
  behaviourSentences,
  moneySentences,
  gapSentences,
  announcingSentences,
  temptationSentences,
  flipSentences,
  doubtSentences,
]

/** The verdict in sentences, of a solution that was read. */
export function verdictOf(reading: Reading): readonly Sentence[] {
  return makers.flatMap((maker) => maker(reading))
}

/**
 * The verdict on a solved game as one paragraph: the route, what users do about it, what it costs, who loses by
 * it, and the number that would change it.
 *
 * @example verdict(instance, document) // 'At a churn penalty of 0.05 USD, the provider starts every task at …'
 */
export function verdict(instance: GameInstance, document: SolutionDocument): string {
  return verdictOf(read(instance, document))
    .map(({ text }) => text)
    .join(' ')
}
