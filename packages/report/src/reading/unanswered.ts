import type { SolutionDocument } from '@plumbline/game'
import { capitalised } from '../formatting/label.ts'
import type { Sentence } from '../model.ts'
import { sentence } from '../verdict/sentence.ts'
import type { Reading } from './reading.ts'

/** Why an analysis that was asked for says nothing; none where it answers, or was not asked for. */
export function unansweredSentences(
  { document }: Reading,
  name: keyof SolutionDocument,
): readonly Sentence[] {
  const found = document.unanswered?.find((each) => each.name === name)
  if (found === undefined) return []
  return [sentence(`${capitalised(name)}: no answer, because ${found.reason}.`, 'unanswered')]
}
