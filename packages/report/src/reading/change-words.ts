import { listed } from '../formatting/label.ts'
import type { SeenInputFlip } from './input-flips.ts'
import { routeWords } from './phrases.ts'
import type { Reading } from './reading.ts'

/** What comes on the far side: the new route and answer, the gap, slowing down. */
export function changeWords(reading: Reading, { flip, before, beyond }: SeenInputFlip): string {
  const { changes } = flip
  const parts: string[] = []
  if (changes.includes('route') && beyond.route !== null) {
    parts.push(
      beyond.id?.includes('(s') === true
        ? cascadeWords(reading, beyond.route)
        : routeWords(reading, beyond.route),
    )
  }
  if (changes.includes('behaviour'))
    parts.push(replyWords(reading, Object.entries(beyond.replies), before.replies))
  if (changes.includes('gap')) parts.push(beyond.gap ? 'a gap opens' : 'the gap closes')
  if (changes.includes('throttling')) {
    parts.push(beyond.throttling === true ? 'slowing down pays' : 'slowing down no longer pays')
  }
  return parts.join('; ')
}

/** At the threshold itself the escalation may be nothing, or all: what counts is that it cascades. */
function cascadeWords(reading: Reading, route: NonNullable<SeenInputFlip['beyond']['route']>): string {
  const names = reading.menu.filter((name) => name !== route.start).map(reading.modelNamed)
  return `${reading.modelNamed(route.start)}, then some ${listed(names)}`
}

function replyWords(
  { document, userNamed }: Reading,
  after: readonly (readonly [string, string])[],
  before: Readonly<Record<string, string>>,
): string {
  const changed = after.filter(([name, reply]) => before[name] !== reply)
  return changed
    .map(([name, reply]) => {
      const user = document.users.find((each) => each.name === name)
      return `${user === undefined ? name : userNamed(user)} ${reply.replace(/ after (\d+)$/, (_, count: string) => ` after ${count} failures`)}`
    })
    .join(', ')
}
