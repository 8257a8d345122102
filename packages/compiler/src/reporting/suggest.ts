import { type DiagnosticDetails, replaceWord, type SourceFile, type Span } from '@plumbline/parser'
import { isSlip } from '../names/nearest.ts'

/**
 * "Did you mean", as a label and as a fix; `notes` stand where there is no suggestion.
 *
 * @param surely - whether nothing else can have been meant, however different the words look
 */
export function didYouMean(
  file: SourceFile,
  span: Span,
  suggestion: string | null,
  notes: readonly string[] = [],
  surely = false,
): DiagnosticDetails {
  if (suggestion === null) return { notes }
  const written = file.text.slice(span.start, span.end)
  return {
    label: `did you mean '${suggestion}'?`,
    fixes: [replaceWord(file, { span, text: suggestion, surely: surely || isSlip(written, suggestion) })],
  }
}

/** How many arguments a call has, as a sentence goes on: `2 are given`. */
export function countGiven(count: number): string {
  return `${count} ${count === 1 ? 'is' : 'are'} given`
}

/** Phrases as a sentence lists them: `a model, 'by: verifier' and 'else: model'`. */
export function listPhrases(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? ''
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} and ${last}`
}

/** A few words in quotes, as a sentence lists them. */
export function listWords(words: readonly string[]): string {
  return words.length === 0 ? 'none' : listPhrases(words.map((word) => `'${word}'`))
}
