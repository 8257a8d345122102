import type { GameInstance, Origin, Problem } from '@plumbline/game'

/** What is in a game that this version compiles and does not solve, each at its place in the file. */
export function unsupported(instance: GameInstance): readonly Problem[] {
  const { users, tasks, models } = instance
  const learning = tasks.length > 0 || models.some(({ later }) => later.length > 0)
  const seeing = learning ? users.find(({ sees }) => sees.word === 'model') : undefined
  const hesitant = users.find(({ rationality, sees, outside }) => {
    return rationality !== null && (sees.word !== 'nothing' || outside !== null)
  })
  const more = hesitant?.outside === null ? 'a user who sees more than failures' : 'an outside option'
  const found: readonly (readonly [string, { readonly origin: Origin | null } | null | undefined])[] = [
    [`bounded rationality and ${more}`, hesitant?.rationality],
    ['a user who sees which model failed, and learns from it', seeing?.sees],
  ]
  return found
    .flatMap(([what, place]): readonly Problem[] => {
      return place ? [{ kind: 'unsupported', what, origin: place.origin }] : []
    })
    .toSorted((a, b) => place(a) - place(b))
}

function place(problem: Problem): number {
  return 'origin' in problem ? (problem.origin?.start ?? 0) : 0
}
