import type { Block, Column, Paragraph, Sentence } from '../model.ts'
import type { Reading } from '../reading/reading.ts'

/** One section of the report: a file of its own, listed in `sections.ts`. */
export interface SectionDefinition {
  readonly id: string
  readonly title: string
  /** What it says of a solution; no blocks: the section is left out. */
  readonly blocks: (reading: Reading) => readonly Block[]
}

/** A paragraph of sentences; none where there are no sentences. */
export function paragraph(
  sentences: readonly Sentence[],
  extra: Pick<Paragraph, 'tone' | 'brief'> = {},
): readonly Paragraph[] {
  return sentences.length === 0 ? [] : [{ kind: 'paragraph', sentences, ...extra }]
}

/** A column of words. */
export function words(title: string): Column {
  return { title, align: 'left' }
}

/** A column of numbers. */
export function numbers(title: string): Column {
  return { title, align: 'right' }
}
