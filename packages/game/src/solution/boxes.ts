import { either, index, list, nullable, number, record, type Shape } from '../loading/shape.ts'

/**
 * A part of the proof that no route costs the provider less than `certificate.lower`. Parts stand in a list for each start, and
 * what a part divides follows it, the lower piece first. Numbers have nine digits at most.
 */
export type BoxPart =
  /** The box of routes is cut in two at a value of a variable, told by its place in the menu. */
  | { readonly cut: number; readonly at: number }
  /** A user's cell of replies is cut in two: at a persistence, or where there is none by what she does in the first state that is open. */
  | { readonly user: number; readonly cell: number; readonly at?: number }
  /** The cells of the only user one by one. */
  | { readonly apart: true }
  /** No route is in the box. */
  | { readonly empty: true }
  /** A bound for every user. */
  | { readonly leaf: readonly BoxLeaf[] }

/** What bounds the cost of one user over a box of routes. */
export interface BoxLeaf {
  /** Replies that may be better than others: persistences, or by state, or numbers of failures. */
  readonly rivals?: readonly (number | readonly number[])[]
  /** Of each cell of her replies the multipliers of its conditions; null where no reply of it is a best one. */
  readonly cells: readonly (readonly number[] | null)[]
}

type Cut = Extract<BoxPart, { readonly cut: number }>
type Halved = Extract<BoxPart, { readonly user: number }>
type Apart = Extract<BoxPart, { readonly apart: true }>
type Empty = Extract<BoxPart, { readonly empty: true }>
type Leaf = Extract<BoxPart, { readonly leaf: unknown }>

const leaf = record<BoxLeaf>(
  {
    rivals: list(either<number, readonly number[]>(number, list(number))),
    cells: list(nullable(list(number))),
  },
  ['rivals'],
)
const yes: Shape<true> = { kind: 'flag' }

export const boxPart: Shape<BoxPart> = either<Cut | Halved, Apart | Empty | Leaf>(
  either<Cut, Halved>(
    record<Cut>({ cut: index, at: number }),
    record<Halved>({ user: index, cell: index, at: number }, ['at']),
  ),
  either<Apart, Empty | Leaf>(
    record<Apart>({ apart: yes }),
    either<Empty, Leaf>(record<Empty>({ empty: yes }), record<Leaf>({ leaf: list(leaf) })),
  ),
)
