import { compare, type Game } from '@plumbline/game'
import type { SolvedGame, SolvedUser } from '../../document/solved.ts'
import type { Verdict } from './verdict.ts'

/** The verdict of a solved game, whichever solver it came from. */
export function solvedVerdict<N>(solved: SolvedGame<N>): Verdict {
  const { game, route, users, gap, throttling } = solved
  const nameOf = (state: number): string => game.chain.states[state]?.name ?? ''
  return {
    id: null,
    start: route === null ? users.map((user) => nameOf(user.route?.start ?? -1)).join() : nameOf(route.start),
    steps: route === null ? '' : route.variables.map((value, index) => placeOf(game, value, index)).join(),
    replies: users.map((user) => replyOf(game, user)),
    gap: game.arithmetic.sign(gap) > 0,
    throttling: throttling?.pays ?? null,
  }
}

function placeOf<N>({ arithmetic: ar, chain }: Game<N>, value: N, index: number): string {
  const limits = chain.variables[index]
  if (limits === undefined) throw new RangeError(`no variable ${String(index)}`)
  if (compare(ar, value, limits.low) <= 0) return 'low'
  return compare(ar, value, limits.high) >= 0 ? 'high' : 'inside'
}

function replyOf<N>({ arithmetic: ar, chain }: Game<N>, { reply }: SolvedUser<N>): string {
  switch (reply.kind) {
    case 'outside':
      return 'does not begin'
    case 'split':
      return 'some stay, some leave'
    case 'mixed':
      return 'answers in several ways'
    case 'stationary':
      return persistenceWord(ar.toNumber(reply.persistence))
    case 'mean':
      return reply.abandonment === null ? 'types differ' : persistenceWord(1 - ar.toNumber(reply.abandonment))
    case 'leaves-after':
      return reply.failures === null
        ? 'stays'
        : reply.failures === 1
          ? 'leaves'
          : `leaves after ${String(reply.failures)}`
    case 'by-state': {
      const met = reply.persistence.flatMap((each, state) =>
        each === null
          ? []
          : [{ name: chain.states[state]?.name ?? '', word: persistenceWord(ar.toNumber(each)) }],
      )
      const words = new Set(met.map(({ word }) => word))
      if (words.size === 1) return met[0]?.word ?? 'stays'
      return met.map(({ name, word }) => `${word} at ${name}`).join(', ')
    }
  }
}

function persistenceWord(persistence: number): string {
  return persistence === 1 ? 'stays' : persistence === 0 ? 'leaves' : 'sometimes leaves'
}
