import type { Definition, Dimension, RandomRange, RandomVariable, Term } from '@plumbline/game'
import type { Expr, SourceFile, Span } from '@plumbline/parser'
import type { Declarations } from '../names/declarations.ts'
import type { Currency } from '../names/chooseCurrency.ts'
import type { Place, Reporter } from '../reporting/reporter.ts'
import type { Vocabulary } from '../vocabulary/define.ts'

/** A use of a param or let in a field. */
export interface DefinitionUse {
  readonly name: string
  readonly purpose: RandomVariable['purpose']
  readonly place: Place
}

/** A compilation under way: what is known of the file, and what has been found so far. */
export interface Compilation {
  readonly file: SourceFile
  readonly vocabulary: Vocabulary
  readonly declarations: Declarations
  readonly currency: Currency | null
  readonly reporter: Reporter
  /** Dimensions of params, lets and rates; null for one that is wrong, about which nothing more is said. */
  readonly values: Map<string, Dimension | null>
  readonly randoms: RandomVariable[]
  /** Numbers that combinators and menus are given, by the name of their declaration and their own. */
  readonly numbers: Definition[]
  /** Where params and lets are used by fields, and what a spread in them is for there. */
  readonly uses: DefinitionUse[]
  /** Params and lets that something uses. */
  readonly used: Set<string>
  /** Names that nothing declares and that have been reported. */
  readonly unknown: Set<string>
}

/** What spreads of one place become. */
export interface RandomPlace {
  /** The name of the random variable; with a `~` at its end where several may stand, which are numbered. */
  readonly name: string
  readonly range: RandomRange
  /** Null in a definition, whose uses tell. */
  readonly purpose: RandomVariable['purpose'] | null
}

/** Elaborates an expression at a site. */
export type Elaborate = (node: Expr, site: Site) => Typed | null

/** Where an expression stands, and what may be used there. */
export interface Site {
  readonly compilation: Compilation
  readonly file: SourceFile
  readonly reporter: Reporter
  /** What becomes of spreads found here; null where their point value is all that is wanted. */
  readonly random: RandomPlace | null
  /** Whether a name alone is one of the solution's. */
  readonly alone: (name: string) => boolean
  /** The value of a name of the solution, dotted or alone; null where there is none, and it has been said. */
  readonly member: (node: Extract<Expr, { readonly kind: 'member' | 'name' }>) => Typed | null
}

/** An expression with its dimension. An expression that is wrong has none: it is null, and makes no second error. */
export interface Typed {
  readonly term: Term
  readonly dimension: Dimension
  readonly node: Expr
}

/** The place of a node at a site. */
export function placeAt(site: Site, node: { readonly span: Span }): Place {
  return { file: site.file, span: node.span }
}
