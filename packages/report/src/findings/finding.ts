import type { Finding, Sentence } from '../model.ts'
import type { Reading } from '../reading/reading.ts'

/** Something with a name that a solution may show. */
export interface FindingDefinition {
  readonly id: string
  readonly title: string
  /** What there is to say where it occurs; null where it does not. */
  readonly occurs: (reading: Reading) => readonly Sentence[] | null
}

/** The findings of a list that occur. */
export function occurring(reading: Reading, definitions: readonly FindingDefinition[]): readonly Finding[] {
  return definitions.flatMap(({ id, title, occurs }) => {
    const sentences = occurs(reading)
    return sentences === null ? [] : [{ kind: 'finding', id, title, sentences }]
  })
}
