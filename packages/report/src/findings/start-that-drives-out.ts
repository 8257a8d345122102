import { reasonOf } from '../reading/reason.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** A start that is not worth its wait, where another would have kept the user. */
export const startThatDrivesOut: FindingDefinition = {
  id: 'start-drives-out',
  title: 'A start that drives users out',
  occurs: (reading) => {
    const found = reading.document.users
      .map((user) => reasonOf(reading, user))
      .find((reason) => reason?.kind === 'start-drives-out')
    if (found?.kind !== 'start-drives-out') return null
    return [
      sentence(
        `The provider spends one attempt with ${reading.modelNamed(found.start)} and lets users go when it fails, ` +
          `though ${reading.modelNamed(found.better)} would keep them: at this penalty a lost task is the cheaper end.`,
        'route.start',
        'users.0.abandonment',
        'models',
      ),
    ]
  },
}
