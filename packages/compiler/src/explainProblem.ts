import type { Origin, Problem } from '@plumbline/game'
import { diagnose, type Diagnostic, type Fix, insertWord, type SourceFile } from '@plumbline/parser'
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
      const fixes = origin !== null && place !== null ? percentOf(origin, range, place) : []
      return diagnose(outOfRange, { what, value, range }, place, { label: `this is ${value}`, notes, fixes })
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
      return diagnose(undecided, { what }, place, { label: 'this has no exact value', notes })
  }
}

/** A share of more than 1 that is written as a bare number was most likely meant in per cent: `62` for `62%`. */
function percentOf({ text }: Origin, range: string, { file, span }: Place): readonly Fix[] {
  if (!range.endsWith('(100 %)') || !/^\d+(?:\.\d+)?$/.test(text) || Number(text) < 2 || Number(text) > 100)
    return []
  return [insertWord(file, { at: span.end, text: '%', reads: `${text}%`, surely: false })]
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
  if (!origin.file.startsWith('--set ') && !origin.file.startsWith('--axis ')) return null
  return { file: { name: origin.file, text }, span: { start: 0, end: text.length } }
}
