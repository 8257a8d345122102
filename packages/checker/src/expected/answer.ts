import type { Arithmetic, Game } from '@plumbline/game'
import { Fault, show, type Path } from '../document/fault.ts'
import { field } from '../document/read.ts'
import type { Played } from '../replies/favourites.ts'
import type { Expected } from '../document/difference.ts'

/** How the document tells a reply. */
export function replyEntries<N>(
  { arithmetic: ar, chain }: Game<N>,
  { reply, outcome }: Played<N>,
): { readonly begins: boolean; readonly abandonment: number | null; readonly abandonmentBy?: Expected } {
  switch (reply.kind) {
    case 'outside':
      return { begins: false, abandonment: null }
    case 'stationary':
      return { begins: true, abandonment: leaving(ar, reply.persistence) }
    case 'leaves-after':
      return { begins: true, abandonment: null, abandonmentBy: { leavesAfter: reply.failures } }
    case 'by-state': {
      const model = chain.states.map(({ name }, state) => {
        const met = outcome.attempts[state]
        const persistence = reply.persistence[state]
        const unmet = met === undefined || persistence === undefined || ar.sign(met) === 0
        return [name, unmet ? null : leaving(ar, persistence)] as const
      })
      return { begins: true, abandonment: null, abandonmentBy: { model: Object.fromEntries(model) } }
    }
  }
}

/** `q = 1 - r` as the document has it. */
export function leaving<N>(ar: Arithmetic<N>, persistence: N): number {
  return ar.toNumber(ar.sub(ar.from(1), persistence))
}

/**
 * The reply that a document names among those that may be meant.
 *
 * @param claimed an entry with `begins`, `abandonment`, `abandonmentBy`
 * @returns the first of them where it names none: the comparison that follows tells what is wrong
 */
export function namedReply<N>(game: Game<N>, options: readonly Played<N>[], claimed: unknown): Played<N> {
  const [first] = options
  if (first === undefined) throw new TypeError('a user without a reply')
  const named = options.find((option) => {
    const { begins, abandonment, abandonmentBy } = replyEntries(game, option)
    const by = field(claimed, 'abandonmentBy')
    return (
      field(claimed, 'begins') === begins &&
      field(claimed, 'abandonment') === abandonment &&
      (abandonmentBy === undefined ? by === undefined : JSON.stringify(by) === JSON.stringify(abandonmentBy))
    )
  })
  return named ?? first
}

/** The reply with one abandonment probability that is named among several. @throws Fault where none is */
export function withAbandonment<N>(
  { arithmetic: ar }: Game<N>,
  options: readonly Played<N>[],
  claimed: unknown,
  path: Path,
): Played<N> {
  const known = options.flatMap((option) =>
    option.reply.kind === 'stationary' ? [{ option, q: leaving(ar, option.reply.persistence) }] : [],
  )
  const named = known.find(({ q }) => q === claimed)
  if (named !== undefined) return named.option
  const must = known.map(({ q }) => String(q)).join(' or ')
  throw new Fault(path, `is ${show(claimed)}; the user's best reply is ${must}`)
}
