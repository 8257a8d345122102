import {
  Undecided,
  type Assert,
  type AssertEntry,
  type GameInstance,
  type Problem,
  type TermValue,
} from '@plumbline/game'
import type { SolvedGame } from '../document/solved.ts'
import { quantityOf, Unknown } from './quantities.ts'
import { judge } from './judge.ts'
import type { TermScope } from './term-value.ts'

/** Whether asserts hold, in the instance's order; or the asserts that inexact numbers leave open. */
export type AssertResult =
  | { readonly ok: true; readonly entries: readonly AssertEntry[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Checks the asserts of an instance on its solution, in exact numbers. A comparison of which a side has no value
 * (`throttling.ends_at` where throttling never pays, a division by zero) neither holds nor fails to, and so does
 * its contrary: an assert that hangs on it does not hold, and that side is null.
 */
export function assertEntries<N>(
  instance: GameInstance,
  solved: SolvedGame<N>,
  termValue: TermValue<N>,
): AssertResult {
  const scope: TermScope<N> = {
    arithmetic: solved.game.arithmetic,
    termValue,
    quantity: (path) => quantityOf(instance, solved, path),
  }
  const entries: AssertEntry[] = []
  const problems: Problem[] = []
  for (const assert of instance.asserts) {
    try {
      entries.push(entryOf(scope, assert))
    } catch (error) {
      const { origin } = assert
      if (error instanceof Unknown) {
        problems.push({ kind: 'unsupported', what: error.message, origin })
        continue
      }
      if (!(error instanceof Undecided)) throw error
      problems.push({ kind: 'undecided', what: `whether '${origin.text}' holds`, origin })
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, entries }
}

function entryOf<N>(scope: TermScope<N>, { condition, message, origin }: Assert): AssertEntry {
  const { holds, left, right } = judge(scope, condition)
  return { text: origin.text, message, holds: holds === true, left, right }
}
