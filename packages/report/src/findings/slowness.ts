import { slows } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** It pays the provider to answer more slowly than it can. */
export const slowness: FindingDefinition = {
  id: 'throttling',
  title: 'Slowness pays',
  occurs: (reading) => {
    if (reading.document.throttling?.pays !== true) return null
    const doing = slows(reading)
      ? 'The provider may slow models down, and does: '
      : 'The provider does not slow models down, but would gain by it: '
    return [
      sentence(
        `${doing}waiting is what makes users give up, and at this penalty a task given up is cheaper than one retried.`,
        'throttling.pays',
      ),
    ]
  },
}
