import type { Assert, Condition, Dimension, Menu } from '@plumbline/game'
import type { AssertNode } from '@plumbline/parser'
import type { Compilation } from '../expressions/site.ts'
import type { GameDimensions } from '../lowering/settleDimensions.ts'
import { originOf } from '../reporting/originOf.ts'
import { assertSite } from './assertSite.ts'
import { elaborateCondition } from './elaborateCondition.ts'

/**
 * Makes the asserts of the instance, without those in which something is wrong (which is reported).
 *
 * @param menu - the menu that the provider offers, whose escalations they may name; null where it is wrong or missing
 */
export function lowerAsserts(
  compilation: Compilation,
  dimensions: GameDimensions,
  menu: Menu | null,
): readonly Assert[] {
  return compilation.declarations.asserts.flatMap((node) => lowerAssert(compilation, node, dimensions, menu))
}

function lowerAssert(
  compilation: Compilation,
  node: AssertNode,
  dimensions: GameDimensions,
  menu: Menu | null,
): readonly Assert[] {
  if (node.condition === null) return []
  const asserting = assertSite(compilation, dimensions, menu, node.recovered)
  const found = elaborateCondition(node.condition, asserting)
  if (found === null) return []
  const { condition, dimension } = found
  const origin = originOf({ file: compilation.file, span: node.condition.span })
  return [{ condition, plain: asserting.isPlain(), message: node.message?.value ?? null, dimension, origin }]
}

/** A condition, with the dimension of its two sides where it is one comparison of numbers. */
export interface TypedCondition {
  readonly condition: Condition
  readonly dimension: Dimension | null
}
