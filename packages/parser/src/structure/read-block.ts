import type { BlockNode, EntryNode } from '../ast.ts'
import { extraBrace, unclosedBlock } from '../diagnostics/blocks.ts'
import * as t from '../grammar/token-types.ts'
import { type BlockOwner, readEntry } from './read-entry.ts'
import { placeAfter, type Reading, report, spanOfTokens } from './reading.ts'
import { skipBlock, startsItem, typeAt } from './statement-starts.ts'
import { closeIt } from '../fixes/close-it.ts'
import { removeIt } from '../fixes/remove-it.ts'

/** Reads a block from the token after its `{` (or from where that is missing) to its `}` or to the next declaration. */
export function readBlock(reading: Reading, owner: BlockOwner, open: number | null): BlockNode {
  const entries: EntryNode[] = []
  const start = open ?? reading.at
  let doubled = 0
  for (;;) {
    const type = typeAt(reading.tokens, reading.at)
    if (type === t.RightBrace) {
      reading.at += 1
      if (doubled === 0 || typeAt(reading.tokens, reading.at) !== t.RightBrace) break
      doubled -= 1
      continue
    }
    if (type === null || startsItem(reading.tokens, reading.at, owner.column)) {
      if (open !== null && !isQuoted(reading)) reportUnclosed(reading, owner, open)
      break
    }
    if (type === t.Comma || type === t.Semicolon) reading.at += 1
    else if (type === t.LeftBrace) doubled += skipBrace(reading, owner)
    else entries.push(readEntry(reading, owner))
  }
  return { kind: 'block', span: spanOfTokens(reading, start, reading.at), entries }
}

/** Whether the brace of the block was swallowed by an unclosed text, which is reported. */
function isQuoted(reading: Reading): boolean {
  const last = reading.tokens[reading.at - 1]
  return last?.type === t.UnclosedText && last.text.includes('}')
}

function reportUnclosed(reading: Reading, owner: BlockOwner, open: number): void {
  const fixes = [closeIt(reading.file, { at: placeAfter(reading, reading.at).end, text: '\n}' })]
  report(reading, unclosedBlock, { of: owner.name }, spanOfTokens(reading, open, open + 1), {
    label: 'it opens here',
    fixes,
  })
}

/** Skips a brace that opens nothing: alone right behind another one (1), else with its block (0). */
function skipBrace(reading: Reading, owner: BlockOwner): 0 | 1 {
  const span = spanOfTokens(reading, reading.at, reading.at + 1)
  report(reading, extraBrace, { brace: '{' }, span, {
    fixes: [removeIt(reading.file, { span, surely: false })],
  })
  const doubled = typeAt(reading.tokens, reading.at - 1) === t.LeftBrace
  reading.at = doubled ? reading.at + 1 : skipBlock(reading.tokens, reading.at, owner.column)
  return doubled ? 1 : 0
}
