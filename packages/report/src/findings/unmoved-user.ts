import { listed } from '../formatting/label.ts'
import { reasonOf } from '../reading/reason.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** A user who answers every route of the menu in the same way. */
export const unmovedUser: FindingDefinition = {
  id: 'unmoved-user',
  title: 'A user whom no route can change',
  occurs: (reading) => {
    if (reading.menu.length < 2) return null
    const unmoved = reading.document.users.flatMap((user) => {
      const kind = reasonOf(reading, user)?.kind
      return kind === 'all-worth-it' || kind === 'none-worth-it' ? [{ user, kind }] : []
    })
    if (unmoved.length === 0) return null
    return (['all-worth-it', 'none-worth-it'] as const).flatMap((kind) => {
      const names = unmoved.filter((each) => each.kind === kind).map(({ user }) => reading.userNamed(user))
      if (names.length === 0) return []
      const does =
        kind === 'all-worth-it'
          ? 'would stay on every route of the menu: all that routing decides is what a solved task costs, and how long it takes'
          : 'would leave after the first failure on every route of the menu: all that routing decides is the one attempt'
      return [sentence(`${listed(names)} ${does}.`, 'users', 'models')]
    })
  },
}
