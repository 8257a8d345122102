import type { FileNode } from '../ast.ts'
import type { Token } from '../grammar/lex.ts'
import * as t from '../grammar/token-types.ts'

/** What a token is to the layout; tokens inside of values have no role. */
export type Role = 'item' | 'entry' | 'open' | 'close' | 'separator'

/** The roles of a file's tokens by their index; only the first token of a declaration or field has one. */
export function rolesOf(file: FileNode, tokens: readonly Token[]): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>()
  const indexAt = new Map(tokens.map(({ span }, index) => [span.start, index]))
  const inside = new Set<number>()
  const cover = (start: number, end: number): void => {
    for (let at = indexAt.get(start) ?? tokens.length; (tokens[at]?.span.start ?? end) < end; at += 1)
      inside.add(at)
  }
  const mark = (start: number, role: Role): void => {
    const index = indexAt.get(start)
    if (index !== undefined) roles.set(index, role)
  }
  for (const item of file.items) {
    mark(item.span.start, 'item')
    const block = item.kind === 'declaration' ? item.block : null
    cover(item.span.start, block?.span.start ?? item.span.end)
    if (block === null) continue
    mark(block.span.start, 'open')
    mark(block.span.end - 1, 'close')
    for (const { span } of block.entries) {
      mark(span.start, 'entry')
      cover(span.start, span.end)
    }
  }
  for (const [index, { type }] of tokens.entries()) {
    if ((type === t.Comma || type === t.Semicolon) && !inside.has(index)) roles.set(index, 'separator')
  }
  return roles
}
