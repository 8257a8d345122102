import type { UncertainRouteEntry, UncertainVerdictEntry } from '@plumbline/game'
import { listed, shortened, visible } from '../formatting/label.ts'
import type { Reading } from './reading.ts'

/** `start at gpt-4.1 and pass some failures on`. */
export function kindWords(reading: Reading, { start, escalates }: UncertainRouteEntry): string {
  const moves = Object.entries(escalates).flatMap(([name, how]) => {
    if (how === 'never') return []
    const share = how === 'always' ? 'all' : 'some'
    return [`${share} failures of ${reading.modelNamed(name)} move on`]
  })
  const begins = `start at ${reading.modelNamed(start)}`
  const [only] = Object.entries(escalates)
  if (only !== undefined && moves.length === 1 && only[0] === start) {
    return `${begins} and pass ${only[1] === 'always' ? 'all' : 'some'} failures on`
  }
  if (moves.length > 0) return `${begins}, ${listed(moves)}`
  return Object.keys(escalates).length > 0 ? `${begins} and stay there` : begins
}

/** What a verdict is about: `users lose by the route`. */
export function verdictWords(reading: Reading, { of, about }: UncertainVerdictEntry): string {
  const user = reading.document.users.find(({ name }) => name === about)
  const who = user === undefined ? '' : reading.userNamed(user)
  switch (of) {
    case 'regime':
      return `signs of what an attempt is worth to ${who}`
    case 'behaviour':
      return `what ${who} does`
    case 'gap':
      return 'users lose by the route'
    case 'throttling':
      return 'slowness would pay'
    case 'conflict':
      return 'the two sides rank the models in opposite ways'
    case 'assert':
      return `assert ${shortened(visible(about ?? ''), 60)} holds`
  }
}
