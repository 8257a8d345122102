import type { Fix } from '../diagnostic.ts'
import type { SourceFile } from '../span.ts'

/**
 * A kind of mend, described once and used by every diagnostic that it mends.
 *
 * @typeParam P - what the mend needs to know of its place
 */
export interface FixDefinition<P> {
  /** A stable name in kebab case, that of its file: by it a program tells kinds of mends apart. */
  readonly name: string
  /** What a person is told that it does: `write '62%'`. */
  readonly title: (parameters: P, file: SourceFile) => string
  /** Whether it keeps the meaning that the author had, so that `plumb check --fix` may apply it unasked. */
  readonly safe: boolean | ((parameters: P) => boolean)
  /** Which pieces of the text become which others; they do not overlap. */
  readonly edits: (parameters: P, file: SourceFile) => Fix['edits']
}

/** Declares a kind of mend: the function that makes the mend of one place in a file. */
export function defineFix<P>(definition: FixDefinition<P>): (file: SourceFile, parameters: P) => Fix {
  const { name, title, safe, edits } = definition
  return (file, parameters) => ({
    name,
    title: title(parameters, file),
    safe: typeof safe === 'boolean' ? safe : safe(parameters),
    file,
    edits: edits(parameters, file),
  })
}

/** Whether nothing else can have been meant; assumed where a reporter does not say. */
export interface Certainty {
  readonly surely?: boolean
}

/** The edit that puts a text in at an offset. */
export function putIn(at: number, text: string): Fix['edits'][number] {
  return { span: { start: at, end: at }, text }
}
