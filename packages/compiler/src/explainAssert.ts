import {
  type Assert,
  type AssertEntry,
  type Condition,
  formatNumber,
  formatQuantity,
  type GameInstance,
} from '@plumbline/game'
import { diagnose, type Diagnostic, type SourceFile } from '@plumbline/parser'
import { assertFails } from './diagnostics/asserts.ts'
import { placeOfOrigin } from './explainProblem.ts'

/**
 * Says that an assert does not hold: the author's message, the text of the condition, and both sides as numbers.
 *
 * @param entry - what the solution document says of the assert
 * @param files - the files of the game, as far as they are at hand
 */
export function explainAssert(
  assert: Assert,
  entry: AssertEntry,
  instance: GameInstance,
  files: readonly SourceFile[],
): Diagnostic {
  const { origin, condition, message } = assert
  const sides = showSides(assert, entry, instance)
  const place = placeOfOrigin(origin, files)
  const notes = [
    ...(message === null ? [] : [message]),
    ...(place === null ? [`written at ${origin.file}:${origin.line}:${origin.column}`] : []),
  ]
  const label = sides ?? (condition.op === 'holds' ? 'this is not so' : 'this does not hold')
  const what = sides === null ? origin.text : `${origin.text} (${sides})`
  return diagnose(assertFails, { what }, place, { label, notes })
}

/** `0.08 USD, not at most 0.05 USD`: both sides of a comparison, where there are two. */
function showSides(
  { condition, dimension }: Assert,
  { left, right }: AssertEntry,
  { units }: GameInstance,
): string | null {
  if (condition.op !== 'compare' || left === null || right === null) return null
  const show = (side: number | string | boolean, digits: number): string =>
    typeof side !== 'number'
      ? String(side)
      : dimension === null
        ? formatNumber(side, digits)
        : formatQuantity(side, dimension, units, digits)
  const digits =
    [4, 6, 9, 12, 17].find((many) => left === right || show(left, many) !== show(right, many)) ?? 17
  return `${show(left, digits)}, which is not ${relation(condition)} ${show(right, digits)}`
}

function relation({ comparison }: Extract<Condition, { readonly op: 'compare' }>): string {
  switch (comparison) {
    case 'eq':
      return 'equal to'
    case 'ne':
      return 'other than'
    case 'lt':
      return 'less than'
    case 'le':
      return 'at most'
    case 'gt':
      return 'more than'
    case 'ge':
      return 'at least'
  }
}
