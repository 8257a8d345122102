import type { UserEntry } from '@plumbline/game'
import type { Sentence } from '../model.ts'
import { preferredClause } from '../reading/preferred.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

const told = 3

/** Who would rather have another route, what it would be worth to them, and what it would cost the provider. */
export const gapSentences: SentenceMaker = (reading) => {
  const { document, amounts } = reading
  if (document.concept === 'user-choice') return burdenSentences(reading)
  const losing = document.users.filter(({ gap }) => gap > 0)
  if (losing.length === 0) {
    const who = document.users.length === 1 ? 'the user' : 'any user'
    return [
      sentence(
        `Both sides want the same: no route on the menu would be better for ${who}.`,
        'users',
        'misalignment.gap',
      ),
      ...burdenSentences(reading),
    ]
  }
  const worst = losing.toSorted((x, y) => y.gap - x.gap).slice(0, told)
  const { regret } = document.provider
  const price =
    regret < 0
      ? `Giving ${document.users.length === 1 ? 'them that' : 'users that'}, announced, would even save the provider ${amounts.cost(-regret)} a task.`
      : regret > 0
        ? `Giving ${document.users.length === 1 ? 'them that' : 'users that'} would cost the provider ${amounts.cost(regret)} more a task.`
        : 'Giving them that would cost the provider nothing more.'
  return [
    ...worst.map((user) => loss(reading, user)),
    sentence(price, 'provider.regret'),
    ...burdenSentences(reading),
  ]
}

function loss(reading: Reading, user: UserEntry): Sentence {
  const { amounts, document } = reading
  const index = document.users.indexOf(user)
  const text =
    `${reading.userNamed(user)} would rather have every task ${preferredClause(reading, user)}: ` +
    `that would be worth ${amounts.utility(user.gap)} more to them, per task, than this.`
  return sentence(text, `users.${index}.gap`, `users.${index}.best`)
}

/** A task that is worth less than its wait, though the user does begin it. */
function burdenSentences(reading: Reading): readonly Sentence[] {
  const { amounts, document } = reading
  return document.users.flatMap((user, index) => {
    if (user.utility >= 0 || !user.begins) return []
    const all = user.best.utility < 0 ? ', and no route on the menu is worth starting' : ''
    const text =
      `As it is, a task costs ${reading.userNamed(user)} ${amounts.utility(-user.utility)} more ` +
      `than it is worth to them${all}.`
    return [sentence(text, `users.${index}.utility`, `users.${index}.best.utility`)]
  })
}
