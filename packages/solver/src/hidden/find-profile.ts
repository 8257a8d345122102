import { float, mapGame } from '@plumbline/game'
import { cornerRoutes } from '../general/corner-routes.ts'
import { pose, type Posed } from '../general/posed.ts'
import { profileProof, type ProfileProof } from './profile-proof.ts'
import { mixedProfile, pureRoutes } from './search-profile.ts'
import { settledProfiles } from './settle.ts'
import type { Profile } from './strategies.ts'
import { userAnswer } from './user-answer.ts'

/** An equilibrium that was found, with its proof. */
export interface ProvenProfile<N> {
  readonly profile: Profile<N>
  readonly proof: ProfileProof<N>
}

/** A side that could gain no more than this, relative to what is at stake for it, has no reason to do otherwise. */
const tolerance = 1e-6

/**
 * One Nash equilibrium of any game whose route users do not see: with one route for all tasks if there is one among the simple
 * routes, the one that costs the provider least; else with routes, or replies, that are drawn at random. Both best answers are
 * checked before it is told.
 *
 * @returns null where none was found
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function findProfile<N>(posed: Posed<N>): ProvenProfile<N> | null {
  const { game } = posed
  const { arithmetic: ar } = game
  const nearby = pose(mapGame(game, float, (n) => ar.toNumber(n)))
  const routes = cornerRoutes(posed)
  for (const place of pureRoutes(nearby)) {
    const route = routes[place]
    if (route === undefined) continue
    const found = proven(posed, pureProfile(posed, route))
    if (found !== null && found.proof.temptation <= 1e-9) return found
  }
  const mixed = mixedProfile(nearby)
  if (mixed === null) return null
  let best: ProvenProfile<N> | null = null
  for (const profile of settledProfiles(posed, mixed.profile)) {
    const found = proven(posed, profile)
    // A later one is less exact: it has to be much nearer.
    if (found === null || (best !== null && found.proof.temptation >= best.proof.temptation / 2)) continue
    best = found
    if (best.proof.temptation <= 1e-13) break
  }
  return best === null || best.proof.temptation > tolerance ? null : best
}

function pureProfile<N>(
  { game, processes }: Posed<N>,
  route: Profile<N>['routes'][number]['route'],
): Profile<N> | null {
  const one = game.arithmetic.from(1)
  const routes = [{ share: one, route }]
  const answers = processes.map((process) => userAnswer(game, process, routes))
  const replies = answers.flatMap((each) => (each === null ? [] : [[{ share: one, reply: each.chosen }]]))
  return replies.length < answers.length ? null : { routes, replies }
}

function proven<N>(posed: Posed<N>, profile: Profile<N> | null): ProvenProfile<N> | null {
  const proof = profile === null ? null : profileProof(posed, profile)
  return profile === null || proof === null ? null : { profile, proof }
}
