import { listed } from '../formatting/label.ts'
import type { Sentence } from '../model.ts'
import type { KeyedCandidate } from '../reading/keys.ts'
import { routeWords } from '../reading/phrases.ts'
import { rivals, thresholdOf, type Reading } from '../reading/reading.ts'
import { replyBy } from '../reading/reply.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** What the answer hangs on beyond its numbers: ties of the provider, ties of the user. */
export const doubtSentences: SentenceMaker = (reading) => [
  ...tieSentences(reading),
  ...goodwillSentences(reading),
]

/** Other routes that cost the provider exactly as much; under user choice, others as good for the user. */
export const tieSentences: SentenceMaker = (reading) => {
  const { document, candidates } = reading
  if (document.concept === 'user-choice') {
    const others = candidates.filter(({ chosen }) => !chosen)
    if (others.length === 0) return []
    const names = listed(others.map((each) => withReply(reading, each)))
    return [sentence(`It is a tie for the user, to whom ${names} would be exactly as good.`, 'candidates')]
  }
  const equals = rivals(reading)
  if (equals.length === 0) return []
  const names = listed(equals.map((each) => withReply(reading, each)))
  return [sentence(`It is a tie: ${names} would cost the provider exactly as much.`, 'candidates')]
}

function withReply(reading: Reading, { route, abandonment }: KeyedCandidate): string {
  const replies = {
    stays: 'stays',
    leaves: 'leaves',
    sometimes: 'leaves now and then',
    differs: 'answers differently',
  } as const
  return `${routeWords(reading, route)} (where the user ${replies[replyBy(abandonment)]})`
}

/** How much the answer counts on users to do, at an exact tie, what suits the provider. */
export const goodwillSentences: SentenceMaker = (reading) => {
  const { amounts, document } = reading
  const { ties, concept } = document
  if (ties === undefined || concept === 'user-choice') return []
  const { strong, weak, attained } = ties
  if (concept === 'weak-stackelberg') return attained ? [] : [limitSentence()]
  if (strong !== weak) {
    const otherwise = `otherwise the best route would cost it ${amounts.cost(weak)}`
    return [
      sentence(
        `The answer counts on users to do what suits the provider where both are equally good for them: ${otherwise}.`,
        'ties',
      ),
    ]
  }
  return attained ? [] : [marginSentence(reading)]
}

function limitSentence(): Sentence {
  return sentence(
    'No announcement quite reaches this: it is the limit of announcements ever closer to it.',
    'ties',
  )
}

/** At a threshold of the user an announcement just beside it leaves no doubt. */
function marginSentence({ chosen }: Reading): Sentence {
  const threshold = chosen === null ? null : thresholdOf(chosen)
  const safe =
    threshold === 's0'
      ? 'the least bit more'
      : threshold === 'sL'
        ? 'the least bit less'
        : 'one just beside it'
  return sentence(
    `At exactly this announcement staying and leaving are equally good for the user; ${safe} makes sure of them, ` +
      'at practically the same cost.',
    'ties',
  )
}
