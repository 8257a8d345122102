import { percent } from '../formatting/amounts.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** What a task costs the provider, and what of it is for attempts and for tasks given up. */
export const moneySentences: SentenceMaker = (reading) => {
  const { amounts, document } = reading
  const { cost, serving } = document.provider
  const whole =
    cost < 0
      ? `That earns the provider ${amounts.cost(-cost)} a task`
      : `That costs the provider ${amounts.cost(cost)} a task`
  const rests = ['provider.cost', 'provider.serving', 'provider.loss', 'users'] as const
  const lost = shareLost(reading)
  if (lost === 0) {
    if (cost === 0) return [sentence(`${whole}.`, ...rests)]
    return [sentence(`${whole}, all of it ${cost < 0 ? 'from' : 'for'} attempts.`, ...rests)]
  }
  const attempts =
    serving < 0 ? `${amounts.cost(-serving)} earned by attempts` : `${amounts.cost(serving)} for attempts`
  const given = `the ${percent(lost)} of tasks that are given up`
  return [
    sentence(`${whole}: ${attempts}, and ${amounts.cost(document.provider.loss)} for ${given}.`, ...rests),
  ]
}

/** The share of tasks that stay unsolved, over all users. */
function shareLost({ document }: Reading): number {
  return document.users.reduce((sum, { weight, success }) => sum + weight * (1 - success), 0)
}
