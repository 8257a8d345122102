import { Undecided, type SolutionDocument, type UnansweredEntry } from '@plumbline/game'
import { alignmentAnalysis } from './alignment/alignment.ts'
import type { Analysis, Subject } from './analysis.ts'
import { attemptsAnalysis } from './attempts/attempts.ts'
import { baselinesAnalysis } from './baselines/baselines.ts'
import { frontierAnalysis } from './frontier/frontier.ts'
import { sensitivitiesAnalysis } from './sensitivities/sensitivities.ts'
import { flipsAnalysis } from './flips/flips.ts'
import { uncertaintyAnalysis } from './uncertainty/uncertainty.ts'

/** Every analysis that may be asked for, in the order in which a report answers them. */
export const analyses: readonly Analysis[] = [
  flipsAnalysis,
  sensitivitiesAnalysis,
  baselinesAnalysis,
  frontierAnalysis,
  alignmentAnalysis,
  attemptsAnalysis,
  uncertaintyAnalysis,
]

/**
 * The solution with the answers of some analyses, each under its own key; those that have none are listed under
 * `unanswered`.
 *
 * @param names of analyses, in any order; a name of none is passed over
 */
export function analyse<N>(subject: Subject<N>, names: readonly string[]): SolutionDocument {
  const asked = analyses.filter(({ name }) => names.includes(name))
  const without: UnansweredEntry[] = []
  let document = subject.document
  for (const { name, run } of asked) {
    const answer = decided(() => run(subject))
    if (answer.ok) document = { ...document, ...answer.entry }
    else without.push({ name, reason: answer.reason })
  }
  return without.length === 0 ? document : { ...document, unanswered: without }
}

/** Inexact numbers that leave a verdict open leave the answer out, not the solution. */
function decided(run: () => ReturnType<Analysis['run']>): ReturnType<Analysis['run']> {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return { ok: false, reason: `inexact numbers do not tell ${error.message}` }
  }
}
