import type {
  GameInstance,
  SolutionDocument,
  UncertainRouteEntry,
  UncertainVerdictEntry,
  VerdictSideEntry,
} from '@plumbline/game'
import { shareOf } from './estimates.ts'
import type { OutcomeAt, RouteKind } from './outcome-at.ts'
import type { SolvedDraw } from './solved-draw.ts'

type Drawn = readonly (readonly SolvedDraw[])[]

/** How often each kind of route is the optimum, the most frequent first; none where users choose. */
export function routesOf(drawn: Drawn, told: RouteKind | null): readonly UncertainRouteEntry[] {
  const kinds = new Map<string, RouteKind>()
  for (const { outcome } of drawn.flat()) {
    if (outcome.route !== null) kinds.set(keyOf(outcome.route), outcome.route)
  }
  return [...kinds]
    .map(([key, { start, escalates }]): UncertainRouteEntry => {
      const share = shareOf(drawn, ({ outcome }) => outcome.route !== null && keyOf(outcome.route) === key)
      return { start, escalates, ...share, told: told !== null && keyOf(told) === key }
    })
    .toSorted((one, other) => other.probability - one.probability)
}

function keyOf({ start, escalates }: RouteKind): string {
  return JSON.stringify([start, ...Object.entries(escalates)])
}

/** How often each verdict comes down on each of its sides. */
export function verdictsOf(
  drawn: Drawn,
  instance: GameInstance,
  document: SolutionDocument,
  told: OutcomeAt,
): readonly UncertainVerdictEntry[] {
  const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no')
  const verdict = (
    of: UncertainVerdictEntry['of'],
    about: string | null,
    read: (draw: SolvedDraw) => string | null,
    said: string | null,
  ): readonly UncertainVerdictEntry[] => {
    const sides = sidesOf(drawn, read, said)
    return sides.length === 0 ? [] : [{ of, about, sides }]
  }
  const users = instance.users.flatMap(({ name }, index) => {
    // Where declared users stand for types there is no one regime of theirs.
    if (told.users.length !== instance.users.length) return []
    const own = (draw: Pick<SolvedDraw, 'outcome'>) => draw.outcome.users[index]
    return [
      ...verdict('regime', name, (draw) => own(draw)?.regime ?? null, told.users[index]?.regime ?? null),
      ...verdict(
        'behaviour',
        name,
        (draw) => own(draw)?.behaviour ?? null,
        told.users[index]?.behaviour ?? null,
      ),
    ]
  })
  const throttling = told.throttling === null ? null : yesOrNo(told.throttling)
  return [
    ...users,
    ...verdict('gap', null, ({ outcome }) => yesOrNo(outcome.loses), yesOrNo(told.loses)),
    ...verdict(
      'throttling',
      null,
      ({ outcome }) => (outcome.throttling === null ? null : yesOrNo(outcome.throttling)),
      throttling,
    ),
    ...verdict('conflict', null, ({ outcome }) => yesOrNo(outcome.conflict), yesOrNo(told.conflict)),
    ...document.asserts.flatMap(({ text, holds }, index) =>
      verdict(
        'assert',
        text,
        ({ asserts }) => {
          const here = asserts[index]
          return here === undefined || here === null ? null : yesOrNo(here)
        },
        yesOrNo(holds),
      ),
    ),
  ]
}

/** The sides seen, and the one told if it was not; none where no draw tells. */
function sidesOf(
  drawn: Drawn,
  read: (draw: SolvedDraw) => string | null,
  said: string | null,
): readonly VerdictSideEntry[] {
  const sides = new Set(drawn.flat().flatMap((draw) => read(draw) ?? []))
  if (sides.size === 0) return []
  if (said !== null) sides.add(said)
  return [...sides]
    .map((is) => ({ is, ...shareOf(drawn, (draw) => read(draw) === is), told: is === said }))
    .toSorted((one, other) => other.probability - one.probability)
}
