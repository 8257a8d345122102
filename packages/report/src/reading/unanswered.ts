import type { SolutionDocument } from '@plumbline/game'
import type { Sentence } from '../model.ts'
import { sentence } from '../verdict/sentence.ts'
import type { Reading } from './reading.ts'

const noAnswer = 'There is no answer to this'

const leads: ReadonlyMap<keyof SolutionDocument, string> = new Map([
  ['baselines', 'There are no simpler rules to compare with'],
  ['flips', 'How far each number may move is not known'],
  ['frontier', 'There is no frontier to show'],
  ['sensitivities', 'What 1% more of a number does is not known'],
  ['uncertainty', 'There is no probability to tell'],
])

/** Why an analysis that was asked for says nothing; none where it answers, or was not asked for. */
export function unansweredSentences(
  { document }: Reading,
  name: keyof SolutionDocument,
): readonly Sentence[] {
  const found = document.unanswered?.find((each) => each.name === name)
  if (found === undefined) return []
  return [sentence(`${leads.get(name) ?? noAnswer}, because ${found.reason}.`, 'unanswered')]
}
