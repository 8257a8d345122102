import type { Sentence } from '../model.ts'
import { capitalised } from '../formatting/label.ts'
import type { Reading } from '../reading/reading.ts'

/** Writes what it has to say about a solution: sentences with what they rest on, none where it has nothing. */
export type SentenceMaker = (reading: Reading) => readonly Sentence[]

/** A sentence from its words (first letter made a capital) and the entries of the document it rests on. */
export function sentence(text: string, ...rests: readonly string[]): Sentence {
  return { text: capitalised(text), rests }
}
