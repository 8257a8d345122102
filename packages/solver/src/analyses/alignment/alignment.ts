import type { AlignedUserEntry } from '@plumbline/game'
import { routeKey } from '../../document/route-entry.ts'
import { announce, weighted, type Announcement } from '../../general/announce.ts'
import { optimum } from '../../general/optimum.ts'
import { pose, type Posed } from '../../general/posed.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { weightedMean, weightedQuantiles } from '../../population/summary.ts'
import { bestForUsers } from '../../population/two-models/best-for-users.ts'
import { searchLimits } from '../../search/limits.ts'
import { analysis, answered, unanswered, type Subject } from '../analysis.ts'

/** Users from which a search for the route that is best for them takes too long. */
const mostUsers = 12

/** Who would gain and who would lose if the provider announced the route that is best for users together. */
export const alignmentAnalysis = analysis(
  'alignment',
  'Announced the route that is best for users together, who would gain and who would lose?',
  (subject) => {
    const { solved, population, options } = subject
    const { game } = population
    const now = solved.route
    if (now === null) return unanswered('users choose their model themselves here')
    if (solved.hidden !== undefined) return unanswered('users do not see the route here')
    const posed = pose(game)
    const own = game.users.length === 1 ? solved.users[0]?.best.route : bestForUsers(game)?.route
    const searched = (): Route<(typeof now.variables)[number]> | null =>
      game.users.length > mostUsers ? null : optimum(posed, 'users', searchLimits(options)).announcement.route
    const route = own ?? searched()
    if (route === null) return unanswered('there are too many types of user to search for it')
    const best = announce(posed, route)
    const { arithmetic: ar } = game
    return answered({
      route: routeKey(game, route),
      cost: ar.toNumber(best.cost),
      utility: ar.toNumber(weighted(game, (_, index) => best.replies[index]?.utility ?? ar.from(0))),
      users: users(subject, posed, best, now),
    })
  },
)

function users<N>(
  { instance, population, solved }: Subject<N>,
  posed: Posed<N>,
  best: Announcement<N>,
  now: Route<N>,
): readonly AlignedUserEntry[] {
  const { game, declared } = population
  const { arithmetic: ar } = game
  const several = declared.length > instance.users.length
  const present = several ? announce(posed, now).replies.map(({ utility }) => utility) : null
  return instance.users.map(({ name }, user) => {
    const types = declared.flatMap((index, place) => {
      const after = best.replies[place]?.utility
      const before = present === null ? solved.users[user]?.utility : present[place]
      const weight = game.users[place]?.weight
      if (index !== user || after === undefined || before === undefined || weight === undefined) return []
      return [
        {
          weight: ar.toNumber(weight),
          after: ar.toNumber(after),
          change: ar.toNumber(ar.sub(after, before)),
        },
      ]
    })
    const weights = types.map(({ weight }) => weight)
    const changes = types.map(({ change }) => change)
    const share = (of: (change: number) => boolean): number =>
      weightedMean(
        changes.map((change) => (of(change) ? 1 : 0)),
        weights,
      )
    const [low = 0, high = 0] = weightedQuantiles(changes, weights, [0.05, 0.95])
    return {
      name,
      utility: weightedMean(
        types.map(({ after }) => after),
        weights,
      ),
      change: weightedMean(changes, weights),
      gaining: share((change) => change > 0),
      losing: share((change) => change < 0),
      low,
      high,
    }
  })
}
