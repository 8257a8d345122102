import { listed } from '../formatting/label.ts'
import { routeClause } from '../reading/phrases.ts'
import { announcedRoute, routeOf, type Reading } from '../reading/reading.ts'
import { choiceSentences, hiddenClause } from './hidden.ts'
import { sentence, type SentenceMaker } from './sentence.ts'

/** The route that the provider announces, or the models that users pick for themselves. */
export const routeSentences: SentenceMaker = (reading) => {
  const { document, amounts, penalty } = reading
  if (document.route === null) {
    const picked = new Map<string, string[]>()
    for (const user of document.users) {
      const route = routeOf(reading, user)
      const model = route === null ? 'no model' : reading.modelNamed(route.start)
      picked.set(model, [...(picked.get(model) ?? []), reading.userNamed(user)])
    }
    const picks = [...picked].map(([model, users]) => {
      const all = users.length > 1 && users.length === document.users.length
      return `${all ? 'all of them' : listed(users)} ${users.length > 1 ? 'pick' : 'picks'} ${model}`
    })
    return [sentence(`The menu leaves the choice to users: ${listed(picks)}.`, 'users')]
  }
  const condition = `At a churn penalty of ${amounts.cost(penalty)}`
  if (document.concept === 'nash') {
    return [
      sentence(`${condition}, ${hiddenClause(reading)}.`, 'route', 'users'),
      ...choiceSentences(reading),
    ]
  }
  const route = announcedRoute(document)
  if (route === null) return []
  const clause = routeClause(reading, { route, abandonment: commonReply(reading) }, 'starts')
  return [sentence(`${condition}, the provider ${clause}.`, 'route', 'users')]
}

/** Where types of user answer differently, the route is told as one that somebody stays for. */
export function commonReply({ document: { users } }: Reading): number | null {
  const [first = 0, ...others] = users.map(({ abandonment }) => abandonment)
  return others.every((other) => other === first) ? first : 0
}
