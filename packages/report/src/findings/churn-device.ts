import { reasonOf } from '../reading/reason.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** Escalation is announced because it makes the user leave; nobody ever comes to be escalated. */
export const churnDevice: FindingDefinition = {
  id: 'churn-device',
  title: 'Escalation as a way to be rid of users',
  occurs: (reading) => {
    const found = reading.document.users
      .map((user) => reasonOf(reading, user))
      .find((reason) => reason?.kind === 'threat')
    if (found?.kind !== 'threat') return null
    const [start, next] = [reading.modelNamed(found.start), reading.modelNamed(found.next)]
    return [
      sentence(
        `The escalation to ${next} is announced and never carried out: it makes the next try so little worth its wait ` +
          `that users leave after one failure of ${start}.`,
        'route.escalation',
        'users.0.abandonment',
      ),
      sentence(
        'The provider wants that because losing a task is cheaper for it than retrying until it is solved.',
        'candidates',
      ),
    ]
  },
}
