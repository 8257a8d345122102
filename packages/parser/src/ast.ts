/**
 * The syntax tree of a `.game` file: readonly nodes discriminated by `kind`.
 *
 * The tree knows declarations, entries and expressions, and no vocabulary: that `modle` is no kind of
 * declaration is for the compiler to say. A node that recovery had to invent or cut short is `recovered`;
 * nothing semantic is reported about it.
 */
import type { Span } from './span.ts'

export interface FileNode {
  readonly kind: 'file'
  readonly span: Span
  readonly items: readonly Item[]
}

export type Item = ImportNode | DeclarationNode | AssertNode

/** `import { a, b } from "./x.game"`, or `import "./x.game"` with `names: null`. */
export interface ImportNode {
  readonly kind: 'import'
  readonly span: Span
  readonly recovered: boolean
  readonly names: readonly NameNode[] | null
  readonly path: StringNode | null
}

/** `kind name "label" = value in within { entries }`: every part after the name is optional. */
export interface DeclarationNode {
  readonly kind: 'declaration'
  readonly span: Span
  /** A part of the head or the body was missing or broken; what could be read is here. */
  readonly recovered: boolean
  /** Text of the `///` lines above, joined by newlines, markers removed; null when there are none. */
  readonly doc: string | null
  readonly keyword: NameNode
  readonly name: NameNode | null
  readonly label: StringNode | null
  readonly value: Expr | null
  readonly within: Expr | null
  readonly block: BlockNode | null
}

export interface AssertNode {
  readonly kind: 'assert'
  readonly span: Span
  readonly recovered: boolean
  readonly doc: string | null
  readonly condition: Expr | null
  readonly message: StringNode | null
}

export interface BlockNode {
  readonly kind: 'block'
  readonly span: Span
  readonly entries: readonly EntryNode[]
}

/** `success.easy: 90%` */
export interface EntryNode {
  readonly kind: 'entry'
  readonly span: Span
  readonly recovered: boolean
  readonly doc: string | null
  readonly path: readonly NameNode[]
  readonly value: Expr | null
}

/** An identifier where it stands in the file (also names of units after a number). */
export interface NameNode {
  readonly kind: 'name'
  readonly span: Span
  readonly text: string
}

/** A number literal: `value` is its exact decimal text without `_` (`2.5e-3`), `percent` says to divide by 100. */
export interface NumberNode {
  readonly kind: 'number'
  readonly span: Span
  readonly value: string
  readonly percent: boolean
  /** The unit bound to the literal (`4 s`), or null. */
  readonly unit: NameNode | null
}

/** A string literal: `value` has its escapes resolved. */
export interface StringNode {
  readonly kind: 'string'
  readonly span: Span
  readonly value: string
}

export interface BooleanNode {
  readonly kind: 'boolean'
  readonly span: Span
  readonly value: boolean
}

export interface MemberNode {
  readonly kind: 'member'
  readonly span: Span
  readonly object: Expr
  readonly name: NameNode
}

export interface CallNode {
  readonly kind: 'call'
  readonly span: Span
  readonly callee: Expr
  readonly args: readonly ArgumentNode[]
}

export interface ArgumentNode {
  readonly kind: 'argument'
  readonly span: Span
  /** `by` in `by: verifier`, or null for a positional argument. */
  readonly name: NameNode | null
  readonly value: Expr
}

export interface ListNode {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Expr[]
}

export type UnaryOperator = '-' | 'not'

export interface UnaryNode {
  readonly kind: 'unary'
  readonly span: Span
  readonly operator: UnaryOperator
  readonly operand: Expr
}

export type BinaryOperator =
  | 'or' | 'and'
  | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'
  | '..' | '±'
  | '+' | '-' | '*' | '/' | 'of' | '^' // prettier-ignore

/** `+/-` is stored as `±`. */
export interface BinaryNode {
  readonly kind: 'binary'
  readonly span: Span
  readonly operator: BinaryOperator
  readonly operatorSpan: Span
  readonly left: Expr
  readonly right: Expr
}

/** Parentheses are kept: the formatter needs them, and a warning may ask for them. */
export interface GroupNode {
  readonly kind: 'group'
  readonly span: Span
  readonly inner: Expr
}

/** Stands where an expression was expected and could not be read; already reported. */
export interface BadNode {
  readonly kind: 'bad'
  readonly span: Span
}

export type Expr =
  | NumberNode | StringNode | BooleanNode | NameNode | MemberNode | CallNode | ListNode
  | UnaryNode | BinaryNode | GroupNode | BadNode // prettier-ignore
