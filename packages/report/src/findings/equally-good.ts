import { tieSentences } from '../verdict/doubt.ts'
import type { FindingDefinition } from './finding.ts'

/** Several routes cost the provider exactly the same. */
export const equallyGood: FindingDefinition = {
  id: 'tie',
  title: 'A tie',
  occurs: (reading) => {
    const sentences = tieSentences(reading)
    if (sentences.length === 0) return null
    const rule =
      'Of routes that tie, the report takes the one that is best for users, then the one that starts earlier in the menu.'
    return reading.document.concept === 'user-choice'
      ? sentences
      : [...sentences, { text: rule, rests: ['route', 'candidates'] }]
  },
}
