import { goodwillSentences } from '../verdict/doubt.ts'
import type { FindingDefinition } from './finding.ts'

/** The provider's cost rests on how the user breaks a tie. */
export const unattained: FindingDefinition = {
  id: 'goodwill',
  title: 'A tie of the user decides',
  occurs: (reading) => {
    const sentences = goodwillSentences(reading)
    return sentences.length === 0 ? null : sentences
  },
}
