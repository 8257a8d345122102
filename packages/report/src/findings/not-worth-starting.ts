import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** A user who is better off without the task, and has no way to decline it in this game. */
export const notWorthStarting: FindingDefinition = {
  id: 'not-worth-starting',
  title: 'Not worth starting',
  occurs: (reading) => {
    const { amounts, document } = reading
    const burdened = document.users.flatMap((user, index) =>
      user.begins && user.utility < 0 ? [{ user, index }] : [],
    )
    if (burdened.length === 0) return null
    return burdened.map(({ user, index }) =>
      sentence(
        `A task is worth ${amounts.utility(user.utility)} to ${reading.userNamed(user)}, wait included: less than ` +
          'nothing. The game has the first attempt made all the same; real users may stay away.',
        `users.${index}.utility`,
      ),
    )
  },
}
