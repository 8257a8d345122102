import { allExpressions, type FileNode, type SourceFile, type Span } from '@plumbline/parser'
import type { Vocabulary } from '../vocabulary/define.ts'
import type { Declarations } from './declarations.ts'

/** The currency that a game counts in, and where it is first used. */
export interface Currency {
  readonly name: string
  readonly file: SourceFile
  readonly span: Span
}

/** The first currency of the game's file, else of those that it imports, without a rate of its own; null where no money occurs. */
export function chooseCurrency(
  sources: readonly { readonly tree: FileNode; readonly file: SourceFile }[],
  { rates, things }: Declarations,
  { units }: Vocabulary,
): Currency | null {
  for (const { tree, file } of sources) {
    for (const node of allExpressions(tree)) {
      const name = node.kind === 'name' ? node : node.kind === 'number' ? node.unit : null
      if (name === null || units.get(name.text)?.dimension.money !== 1) continue
      if (rates.has(name.text) || things.has(name.text)) continue
      return { name: name.text, file, span: name.span }
    }
  }
  return null
}
