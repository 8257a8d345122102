import { percent } from '../formatting/amounts.ts'
import { replyOf } from '../reading/reply.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** The best reply is to leave with a probability strictly between 0 and 1. */
export const undecidedUser: FindingDefinition = {
  id: 'undecided-user',
  title: 'Users who drop out now and then',
  occurs: (reading) => {
    const index = reading.document.users.findIndex((user) => replyOf(user) === 'sometimes')
    const user = reading.document.users[index]
    if (user === undefined || reading.instance.users[index]?.rationality !== null) return null
    const reply = sentence(
      `The best answer to this route is neither to stay for good nor to leave at once, but to leave after ` +
        `${percent(user.abandonment)} of failures.`,
      `users.${index}.abandonment`,
    )
    const searched = reading.document.certificate.method === 'branch-and-bound'
    const method = 'The route was found by a search that encloses the least cost, not by a formula.'
    return searched ? [reply, sentence(method, 'certificate.method')] : [reply]
  },
}
