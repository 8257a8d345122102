import { float, mapGame, sum, type UserAttemptsEntry } from '@plumbline/game'
import { transitionMatrix } from '../../chain/transitionMatrix.ts'
import { routesPlayed } from '../../hidden/equilibrium.ts'
import { announce } from '../../general/announce.ts'
import { pose } from '../../general/posed.ts'
import type { PopulationGame } from '../../population/population-game.ts'
import { attemptDistribution, type AttemptDistribution } from '../../process/attempt-distribution.ts'
import { processOf } from '../../process/process.ts'
import type { UserReply } from '../../process/reply.ts'
import { analysis, answered, unanswered, type Subject } from '../analysis.ts'

/** Most attempts to list; fewer where hardly any task takes more. */
const most = 12
/** A probability of more attempts below which no further ones are listed. */
const hardlyAny = 0.001

/** A share of a user's tasks that start at one state and are answered in one way. */
interface Course<N> {
  readonly share: N
  readonly start: number
  readonly variables: readonly N[]
  readonly reply: UserReply<N>
}

/** The distribution of the number of attempts at a task, and which of them solve it, for each user. */
export const attemptsAnalysis = analysis(
  'attempts',
  'How many attempts does a task take, and how many are given up?',
  (subject) => {
    const users = subject.instance.users.map((_, user) => userEntry(subject, user))
    const known = users.flatMap((each) => (each === null ? [] : [each]))
    return known.length < users.length
      ? unanswered('users of many types each choose or are slowed in a way of their own')
      : answered({ users: known })
  },
)

function userEntry<N>(subject: Subject<N>, user: number): UserAttemptsEntry | null {
  const { population, solved, instance } = subject
  const name = instance.users[user]?.name
  if (name === undefined) return null
  if (solved.users[user]?.reply.kind !== 'mean') {
    const courses = coursesOf(subject, user)
    return courses === null ? null : { name, ...distributionOf(population, user, courses) }
  }
  // Of many types in doubles: what they come to is a mean of doubles anyway.
  const nearby = {
    ...population,
    game: mapGame(population.game, float, (n) => population.game.arithmetic.toNumber(n)),
  }
  const courses = coursesOfTypes(subject, nearby, user)
  return courses === null ? null : { name, ...distributionOf(nearby, user, courses) }
}

function distributionOf<N>(
  { game, declared }: PopulationGame<N>,
  user: number,
  courses: readonly Course<N>[],
): Omit<UserAttemptsEntry, 'name'> {
  // What a task is worth to a user does not matter to how it goes, given her reply: any of her types will do.
  const numeric = game.users[declared.indexOf(user)]
  if (numeric === undefined) throw new RangeError(`no user ${String(user)}`)
  const process = processOf(game, numeric)
  const { arithmetic: ar } = game
  const found = courses.map(({ share, start, variables, reply }) => ({
    share,
    ...attemptDistribution(process, transitionMatrix(game, variables), start, reply, most),
  }))
  const mean = (of: (distribution: AttemptDistribution<N>) => N): number =>
    ar.toNumber(
      sum(
        ar,
        found.map((each) => ar.mul(each.share, of(each))),
      ),
    )
  const zero = ar.from(0)
  const list = (of: 'exactly' | 'solved'): readonly number[] =>
    Array.from({ length: most }, (_, place) => mean((each) => each[of][place] ?? zero))
  const begun = sum(
    ar,
    courses.map(({ share }) => share),
  )
  const none = Math.max(0, ar.toNumber(ar.sub(ar.from(1), begun)))
  return {
    none,
    ...shortened(
      list('exactly'),
      list('solved'),
      mean(({ more }) => more),
    ),
  }
}

/** Without the end of a list that hardly any task comes to. */
function shortened(
  exactly: readonly number[],
  solved: readonly number[],
  more: number,
): Pick<UserAttemptsEntry, 'exactly' | 'solved' | 'more'> {
  let rest = more
  let count = exactly.length
  while (count > 1 && rest + (exactly[count - 1] ?? 0) < hardlyAny) {
    count -= 1
    rest += exactly[count] ?? 0
  }
  return { exactly: exactly.slice(0, count), solved: solved.slice(0, count), more: rest }
}

/** How a user's tasks go; null where that is not known. Shares of those who do not begin are left out. */
function coursesOf<N>(subject: Subject<N>, user: number): readonly Course<N>[] | null {
  const { solved } = subject
  const { arithmetic: ar } = solved.game
  const own = solved.users[user]
  const route = own?.route ?? solved.route
  if (own === undefined) return null
  const { reply } = own
  if (reply.kind === 'outside') return []
  if (reply.kind === 'mean' || route === null) return null
  const one = ar.from(1)
  const replies: readonly (readonly [N, UserReply<N>])[] =
    reply.kind === 'split'
      ? [
          [reply.staying, { kind: 'stationary', persistence: one }],
          [ar.sub(one, reply.staying), { kind: 'stationary', persistence: ar.from(0) }],
        ]
      : reply.kind === 'mixed'
        ? reply.parts.flatMap(({ share, reply: each }) =>
            each.kind === 'outside' ? [] : [[share, each] as const],
          )
        : reply.kind === 'by-state'
          ? [
              [
                one,
                { kind: 'by-state', persistence: reply.persistence.map((persistence) => persistence ?? one) },
              ],
            ]
          : [[one, reply]]
  return routesPlayed(solved, route).flatMap(({ share, route: { start, variables } }) =>
    replies.map(([part, each]) => {
      return { share: ar.mul(share, part), start, variables, reply: each }
    }),
  )
}

/** Of a user who stands for types that answer differently. */
function coursesOfTypes<N>(
  { solved: { route, game: declared } }: Subject<N>,
  { game, declared: users }: PopulationGame<number>,
  user: number,
): readonly Course<number>[] | null {
  const weight = declared.users[user]?.weight
  if (route === null || game.provider.throttle !== null || weight === undefined) return null
  const { arithmetic: ar } = declared
  const announced = { start: route.start, variables: route.variables.map((value) => ar.toNumber(value)) }
  const { replies } = announce(pose(game), announced)
  return replies.flatMap(({ chosen }, place): readonly Course<number>[] => {
    const type = game.users[place]
    if (users[place] !== user || type === undefined || chosen.kind === 'outside') return []
    return [{ share: type.weight / ar.toNumber(weight), ...announced, reply: chosen }]
  })
}
