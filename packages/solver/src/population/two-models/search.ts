import { Heap } from '../../search/heap.ts'
import { placeOf, type Groups, type Menu } from './groups.ts'
import { boundPiece, costOf, costRounding } from './pieces.ts'

/** Escalations strictly between two, with a bound of the cost there. */
interface Piece {
  readonly x: number
  readonly y: number
  readonly lower: number
}

/** An escalation that was tried. */
export interface Tried {
  readonly escalation: number
  readonly cost: number
}

/** What a search in doubles found. */
export interface EscalationSearch {
  /** Cheapest first; escalations that are about as good as the best. */
  readonly best: readonly Tried[]
  /** No cost of a start at the first model is less, or none below `known` if that is less still. */
  readonly lower: number
  readonly nodes: number
}

/** Thresholds of each sort to try before the search. */
const sampled = 256

/** Escalations this close to the best in cost, relative, are looked at exactly. */
const close = 1e-9
const most = 12

/**
 * The least cost of a start at the first model over its escalations, in doubles with bounds that hold: branch and bound,
 * the piece of the least bound first, cut at a threshold where types jump inside and else in the middle. A piece in which
 * the cost only rises or only falls is done: what is least is its end.
 *
 * @param known a cost that is to be had otherwise: what lies above it is of no interest
 */
export function searchEscalations(
  menu: Menu,
  groups: Groups,
  known: number,
  limits: { readonly tolerance: number; readonly nodes: number },
): EscalationSearch {
  const { low, high } = menu
  const below = (s: number): number => costAt(s) - costRounding(menu, s, s)
  const tried = new Map<number, number>()
  let least = known
  const costAt = (s: number): number => {
    const before = tried.get(s)
    if (before !== undefined) return before
    const cost = costOf(menu, groups, s)
    tried.set(s, cost)
    least = Math.min(least, cost)
    return cost
  }
  const target = (): number => least - limits.tolerance * Math.abs(least)
  let closed = Math.min(below(low), below(high))
  for (const s of samples(groups)) if (s > low && s < high) costAt(s)
  const queue = new Heap<Piece>((one, other) => one.lower - other.lower)
  let nodes = 0
  const add = (x: number, y: number): void => {
    nodes++
    const bound = boundPiece(menu, groups, x, y, target())
    if (bound.leastAt !== null) {
      closed = Math.min(closed, Math.max(bound.lower, below(bound.leastAt)))
    } else if (bound.lower > target()) {
      closed = Math.min(closed, bound.lower)
    } else {
      queue.push({ x, y, lower: bound.lower })
    }
  }
  if (low < high) add(low, high)
  for (let piece = queue.pop(); piece !== undefined; piece = queue.pop()) {
    const cut = cutOf(groups, piece)
    if (piece.lower > target() || cut === null || nodes >= limits.nodes) {
      closed = Math.min(closed, piece.lower)
      if (piece.lower > target() || nodes >= limits.nodes) break
      continue
    }
    closed = Math.min(closed, below(cut))
    add(piece.x, cut)
    add(cut, piece.y)
  }
  const best = cheapest(tried)
  for (const s of neighbours(groups, best[0]?.escalation ?? low)) if (s > low && s < high) costAt(s)
  return { best: cheapest(tried), lower: Math.min(closed, least), nodes }
}

function cheapest(tried: ReadonlyMap<number, number>): readonly Tried[] {
  const all = [...tried].map(([escalation, cost]) => ({ escalation, cost })).sort((x, y) => x.cost - y.cost)
  const least = all[0]?.cost ?? 0
  return all.filter(({ cost }) => cost - least <= close * Math.abs(least)).slice(0, most)
}

/** Where to cut a piece: at the threshold inside that is nearest the middle, else in the middle; null where it is too small. */
function cutOf({ rising, falling }: Groups, { x, y }: Piece): number | null {
  const middle = x + (y - x) / 2
  if (middle <= x || middle >= y) return null
  const inside = [rising.at, falling.at].flatMap((at) => {
    const place = placeOf(at, middle, 'from')
    return [at[place - 1], at[place]].filter((s) => s !== undefined && s > x && s < y)
  })
  return inside.reduce<number>(
    (best, s) =>
      s !== undefined && (best === middle || Math.abs(s - middle) < Math.abs(best - middle)) ? s : best,
    middle,
  )
}

/** Thresholds of every sort, evenly from all. */
function samples({ rising, falling, curves }: Groups): readonly number[] {
  return [rising.at, falling.at, curves.staysTo, curves.leavesFrom].flatMap((at) => {
    const step = Math.max(1, Math.ceil(at.length / sampled))
    return Array.from(at).filter((_, place) => place % step === 0)
  })
}

/** Thresholds of types with replies in between that are next to an escalation. */
function neighbours({ curves }: Groups, s: number): readonly number[] {
  return [curves.staysTo, curves.leavesFrom].flatMap((at) => {
    const place = placeOf(at, s, 'from')
    return Array.from(at.subarray(Math.max(0, place - 2), place + 2))
  })
}
