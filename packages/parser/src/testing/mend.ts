import type { Fix } from '../diagnostic.ts'
import type { SourceFile, Span } from '../span.ts'

/** A file of a test. */
export function fileWith(text: string): SourceFile {
  return { name: 'test.game', text }
}

/** Where a part of a text stands first. */
export function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part)
  if (start < 0) throw new Error(`'${part}' is not in '${text}'`)
  return { start, end: start + part.length }
}

/** The text of a fix's file as the fix leaves it. */
export function mend({ file, edits }: Fix): string {
  const last = edits.toSorted((one, other) => other.span.start - one.span.start)
  return last.reduce(
    (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
    file.text,
  )
}
