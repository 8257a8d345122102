import { at, type GameInstance, type Problem } from '@plumbline/game'
import { beatenModel } from '../diagnostics/warnings.ts'
import type { Compilation } from '../expressions/site.ts'
import { type Beaten, beatenModels } from './beatenModels.ts'

/** What evaluating an instance finds. */
export interface CheckedNumbers {
  /** What is wrong with its numbers, each once. */
  readonly problems: readonly Problem[]
  /** Where nothing is: models of the menu that another one beats. */
  readonly beaten: readonly Beaten[]
}

/** Evaluates an instance at its own params. */
export function checkNumbers(instance: GameInstance): CheckedNumbers {
  const evaluation = at(instance, new Map(), beatenModels)
  return evaluation.ok
    ? { problems: [], beaten: evaluation.value }
    : { problems: withoutRepeats(evaluation.problems), beaten: [] }
}

/** Warns of models that another one beats. */
export function warnOfBeaten({ reporter, declarations }: Compilation, beaten: readonly Beaten[]): void {
  for (const { model, by } of beaten) {
    const [one, other] = [declarations.things.get(model), declarations.things.get(by)]
    const [worse, better] = [one?.node.name, other?.node.name]
    if (!one || !other || !worse || !better) continue
    reporter.report(
      beatenModel,
      { model, by },
      { file: one.file, span: worse.span },
      {
        label: 'no route needs this one',
        secondary: [{ file: other.file, span: better.span, text: 'no worse in anything' }],
      },
    )
  }
}

/** One problem for each number that is written: a copy of a model has the numbers of its original. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    if (problem.kind === 'unknown-param' || problem.origin === null) return true
    const place = `${problem.kind} ${problem.origin.file}:${problem.origin.start}`
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}
