import { compare, less, type Arithmetic } from '@plumbline/game'

/** A route by what it comes to. */
export interface Vertex<N> {
  readonly cost: N
  readonly utility: N
}

/** All between two vertices, on a line; one vertex where both are the same. */
export interface Stretch<N, V extends Vertex<N>> {
  readonly from: V
  readonly to: V
}

/**
 * What of some stretches nothing among them beats: costs no more, is worth no less, and is better in one of the two. Exact:
 * each stretch is cut where it meets another, or the level of another's end, and each part is looked at in its middle.
 *
 * @param between the vertex of a stretch at a cost strictly inside it
 * @returns parts, ascending in the cost
 */
export function efficient<N, V extends Vertex<N>>(
  ar: Arithmetic<N>,
  stretches: readonly Stretch<N, V>[],
  between: (stretch: Stretch<N, V>, cost: N) => V,
): readonly Stretch<N, V>[] {
  const rising = stretches.map((stretch) => turned(ar, stretch))
  const kept = rising.flatMap((stretch, index): readonly Stretch<N, V>[] => {
    const others = rising.filter((_, at) => at !== index)
    const beaten = (vertex: Vertex<N>): boolean =>
      others.some((other, at) => beats(ar, other, vertex, at < index))
    if (isPoint(stretch)) return beaten(stretch.from) ? [] : [stretch]
    const cuts = cutsOf(ar, stretch, others).map((cost) => between(stretch, cost))
    const vertices = [stretch.from, ...cuts, stretch.to]
    const parts = vertices.flatMap((to, at): readonly Stretch<N, V>[] => {
      const from = vertices[at - 1]
      if (from === undefined) return []
      const middle = ar.div(ar.add(from.cost, to.cost), ar.from(2))
      return beaten(between({ from: stretch.from, to: stretch.to }, middle)) ? [] : [{ from, to }]
    })
    return joined(parts)
  })
  const isEnd = ({ from }: Stretch<N, V>): boolean =>
    kept.some((other) => {
      if (isPoint(other)) return false
      return [other.from, other.to].some((end) => compare(ar, end.cost, from.cost) === 0)
    })
  return kept
    .filter((stretch) => !isPoint(stretch) || !isEnd(stretch))
    .toSorted((one, other) => compare(ar, one.from.cost, other.from.cost))
}

export function isPoint<N, V extends Vertex<N>>({ from, to }: Stretch<N, V>): boolean {
  return from === to
}

/** From the cheaper end; only the better end where one is no dearer and worth no less than all the rest. */
function turned<N, V extends Vertex<N>>(ar: Arithmetic<N>, { from, to }: Stretch<N, V>): Stretch<N, V> {
  if (from === to) return { from, to }
  const [cheap, dear] = compare(ar, from.cost, to.cost) <= 0 ? [from, to] : [to, from]
  if (compare(ar, cheap.cost, dear.cost) === 0) {
    const better = less(ar, cheap.utility, dear.utility) ? dear : cheap
    return { from: better, to: better }
  }
  return less(ar, cheap.utility, dear.utility) ? { from: cheap, to: dear } : { from: cheap, to: cheap }
}

/** Whether something of a stretch beats a vertex; of equals the earlier one does. */
function beats<N>(
  ar: Arithmetic<N>,
  stretch: Stretch<N, Vertex<N>>,
  { cost, utility }: Vertex<N>,
  earlier: boolean,
): boolean {
  if (less(ar, cost, stretch.from.cost)) return false
  const reached = less(ar, cost, stretch.to.cost) ? utilityAt(ar, stretch, cost) : stretch.to.utility
  const order = compare(ar, reached, utility)
  if (order !== 0) return order > 0
  return less(ar, stretch.to.cost, cost) || earlier
}

function utilityAt<N>(ar: Arithmetic<N>, { from, to }: Stretch<N, Vertex<N>>, cost: N): N {
  const share = ar.div(ar.sub(cost, from.cost), ar.sub(to.cost, from.cost))
  return ar.add(from.utility, ar.mul(share, ar.sub(to.utility, from.utility)))
}

/** Costs strictly inside a stretch at which another may begin or cease to beat it, ascending. */
function cutsOf<N>(
  ar: Arithmetic<N>,
  stretch: Stretch<N, Vertex<N>>,
  others: readonly Stretch<N, Vertex<N>>[],
): readonly N[] {
  const { from, to } = stretch
  const slope = ar.div(ar.sub(to.utility, from.utility), ar.sub(to.cost, from.cost))
  const whereWorth = (utility: N): N => ar.add(from.cost, ar.div(ar.sub(utility, from.utility), slope))
  const costs = others.flatMap((other): readonly N[] => {
    const ends = [other.from, other.to].flatMap((end) => [end.cost, whereWorth(end.utility)])
    if (isPoint(other)) return ends
    const rival = ar.div(ar.sub(other.to.utility, other.from.utility), ar.sub(other.to.cost, other.from.cost))
    const apart = ar.sub(slope, rival)
    if (ar.sign(apart) === 0) return ends
    const behind = ar.sub(
      ar.sub(other.from.utility, ar.mul(rival, other.from.cost)),
      ar.sub(from.utility, ar.mul(slope, from.cost)),
    )
    return [...ends, ar.div(behind, apart)]
  })
  const inside = costs.filter((cost) => less(ar, from.cost, cost) && less(ar, cost, to.cost))
  const sorted = inside.toSorted((one, other) => compare(ar, one, other))
  return sorted.filter((cost, index) => {
    const before = sorted[index - 1]
    return before === undefined || compare(ar, before, cost) !== 0
  })
}

/** Neighbouring parts as one. */
function joined<N, V extends Vertex<N>>(parts: readonly Stretch<N, V>[]): readonly Stretch<N, V>[] {
  const whole: Stretch<N, V>[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last !== undefined && last.to === part.from)
      whole[whole.length - 1] = { from: last.from, to: part.to }
    else whole.push(part)
  }
  return whole
}
