import { titleOf, visible } from '../formatting/label.ts'
import type { ComparisonModel, Section } from '../model.ts'
import { paragraph } from '../sections/section.ts'
import { verdictOf } from '../verdict/verdict.ts'
import { assertsTable } from './asserts.ts'
import { differencesTable } from './differences.ts'
import { outcomesTable } from './outcomes.ts'
import { sidesOf, unlikeUnits, type SolvedSide } from './sides.ts'
import { changeSentences } from './verdict.ts'

/** What changes from one game to another, or why the two cannot be compared. */
export type Compared =
  | { readonly ok: true; readonly model: ComparisonModel }
  /** Sentences without a capital and a full stop. */
  | { readonly ok: false; readonly reasons: readonly string[] }

/**
 * Compares two solved games: what changes in route, behaviour and money from the first to the second, and who gains. Users are
 * told apart by name.
 *
 * @param names what each was read from or set to, for people
 */
export function comparison(
  before: SolvedSide,
  after: SolvedSide,
  names: { readonly before: string; readonly after: string },
): Compared {
  const reasons = unlikeUnits(before.document, after.document)
  if (reasons.length > 0) return { ok: false, reasons }
  const sides = sidesOf(before, after)
  const [one, other] = [titleOf(before.instance), titleOf(after.instance)]
  const sections: readonly Section[] = [
    {
      id: 'changes',
      title: 'What changes',
      blocks: [
        ...paragraph(changeSentences(sides), { tone: 'verdict', brief: true }),
        ...differencesTable(sides),
        outcomesTable(sides),
        ...assertsTable(before.document, after.document),
      ],
    },
    { id: 'before', title: `Before: ${visible(names.before)}`, blocks: paragraph(verdictOf(sides.before)) },
    { id: 'after', title: `After: ${visible(names.after)}`, blocks: paragraph(verdictOf(sides.after)) },
  ]
  return {
    ok: true,
    model: {
      schema: 'plumbline/comparison@1',
      title: one === other ? `${one}: before and after` : `${one}, against ${other}`,
      about: null,
      fileName: visible(names.before === names.after ? names.before : `${names.before} and ${names.after}`),
      sections,
      before: before.document,
      after: after.document,
    },
  }
}
