import { listed } from '../formatting/label.ts'
import { slows, type Reading } from '../reading/reading.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** What a provider that may slow models down does with it. */
export const slowedSentences: SentenceMaker = (reading) => {
  const { amounts, document } = reading
  if (!slows(reading) || document.throttling === null) return []
  const slowed = slowedModels(reading).map(({ name, from, to }) => {
    return `${reading.modelNamed(name)} from ${amounts.time(from)} to ${amounts.time(to)} an attempt`
  })
  if (slowed.length === 0) return []
  const saved = amounts.cost(document.throttling.gain)
  return [
    sentence(
      `It slows down ${listed(slowed)} on purpose, which saves it ${saved} a task.`,
      'throttling.latencies',
      'throttling.gain',
    ),
  ]
}

/** What a provider that may not would gain by it. */
export const temptationSentences: SentenceMaker = (reading) => {
  const { amounts, document, ceiling } = reading
  if (document.throttling === null) return []
  const { pays, gain, harm } = document.throttling
  if (ceiling !== null || !pays) return []
  const cost = harm > 0 ? ` and cost users ${amounts.utility(harm)}` : ''
  return [
    sentence(
      `Being slower than it could be would save the provider ${amounts.cost(gain)} a task${cost}.`,
      'throttling.pays',
      'throttling.gain',
      'throttling.harm',
    ),
  ]
}

/** The models that are slower than they need be, with both latencies. */
export function slowedModels({ document, models }: Reading): readonly {
  readonly name: string
  readonly from: number
  readonly to: number
}[] {
  return Object.entries(document.throttling?.latencies ?? {}).flatMap(([name, to]) => {
    const from = models.get(name)?.latency
    return from === undefined || to <= from ? [] : [{ name, from, to }]
  })
}
