import type { Origin, Problem } from '@plumbline/game'
import { diagnose, type Diagnostic, type SourceFile } from '@plumbline/parser'
import { unknownParam } from './diagnostics/names.ts'
import { undecided, unsupported } from './diagnostics/solving.ts'
import { divisionByZero, noRealValue, outOfRange, tooLarge } from './diagnostics/values.ts'
import { nearest } from './names/nearest.ts'
import type { Place } from './reporting/reporter.ts'

/**
 * What is wrong with the numbers of a game, as a diagnostic at the place where the number was written.
 *
 * @param files - the files of the game, as far as they are at hand; else a note says where the number was written
 */
export function explainProblem(problem: Problem, files: readonly SourceFile[] = []): Diagnostic {
  if (problem.kind === 'unknown-param') {
    const { name, known } = problem
    const meant = nearest(name, known)
    const list = known.length === 0 ? 'the game has no params' : `params of the game: ${known.join(', ')}`
    const notes = [meant === null ? list : `did you mean '${meant}'?`]
    return diagnose(unknownParam, { name, is: null }, null, { notes })
  }
  const { what, origin } = problem
  const place = placeOfOrigin(origin, files)
  const elsewhere = place === null && origin !== null
  const notes = elsewhere ? [`written at ${origin.file}:${origin.line}:${origin.column}: ${origin.text}`] : []
  switch (problem.kind) {
    case 'out-of-range': {
      const { value, range } = problem
      return diagnose(outOfRange, { what, value, range }, place, { label: `this is ${value}`, notes })
    }
    case 'division-by-zero':
      return diagnose(divisionByZero, { what }, place, { notes })
    case 'no-real-value':
      return diagnose(noRealValue, { what }, place, { notes })
    case 'too-large':
      return diagnose(tooLarge, { what }, place, { notes })
    case 'unsupported':
      return diagnose(unsupported, { what }, place, { label: 'not solved yet', notes })
    case 'undecided':
      return diagnose(undecided, { what }, place, { notes })
  }
}

/**
 * The place of an origin: in a file of the game, or, for a value that was set from outside, in a text of that
 * value alone. Null where neither is at hand.
 */
export function placeOfOrigin(origin: Origin | null, files: readonly SourceFile[]): Place | null {
  if (origin === null) return null
  const { start, end, text } = origin
  const file = files.find(({ name }) => name === origin.file)
  if (file !== undefined) return { file, span: { start, end } }
  if (!origin.file.startsWith('--set ')) return null
  return { file: { name: origin.file, text }, span: { start: 0, end: text.length } }
}
