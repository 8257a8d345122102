import { Undecided, type GameInstance } from '@plumbline/game'
import { field } from '../document/read.ts'

/** Names of the language, as the document spells them. */
const spelt: Readonly<Record<string, string>> = {
  best_utility: 'best',
  cost_of_pass: 'costOfPass',
  latency_of_pass: 'latencyOfPass',
  net_value: 'netValue',
  starts_at: 'startsAt',
  ends_at: 'endsAt',
}

/**
 * The entry of a document that a name of the solution stands for: `developer.gap`.
 *
 * @throws Undecided for a name of which the document has not one entry
 */
export function entryAt(instance: GameInstance, document: unknown, path: readonly string[]): unknown {
  const [head = '', name = '', part, ...rest] = path
  const key = spelt[name] ?? name
  const listed = (list: string): unknown => {
    const items = field(document, list)
    return Array.isArray(items) ? items.find((item) => field(item, 'name') === head) : undefined
  }
  if (head === 'regime' && name === '') return field(field(document, 'certificate'), 'case')
  if (head === 'welfare' && name === '') return field(document, head)
  if (instance.models.some((each) => each.name === head)) {
    const entry = field(listed('models'), key)
    return key === 'netValue' ? field(entry, part ?? instance.users[0]?.name ?? '') : entry
  }
  if (instance.users.some((each) => each.name === head)) {
    const entry = field(listed('users'), key)
    return key === 'best' ? field(entry, 'utility') : entry
  }
  if (instance.provider.name === head) return field(field(document, 'provider'), key)
  if (head === 'users' && name === 'gap') return field(field(document, 'misalignment'), name)
  if (head === 'throttling') return field(field(document, head), key)
  const route = field(document, 'route')
  if (head === 'route' && route !== null && (name === 'start' || name === 'cascades'))
    return field(route, name)
  if (head === 'route' && name === 'escalation' && route !== null && rest.length === 0) {
    const all = field(route, name)
    if (part !== undefined && all !== null) return field(all, part) ?? null
    const values = typeof all === 'object' && all !== null ? Object.values(all) : []
    if (values.length === 1 && part === undefined) return values[0]
  }
  throw new Undecided('a name without one entry')
}
