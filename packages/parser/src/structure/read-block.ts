import type { BlockNode, EntryNode, Expr, NameNode } from '../ast.ts'
import {
  brokenField, equalsForColon, extraBrace, missingColon, missingFieldName, unclosedBlock,
} from '../diagnostics/blocks.ts' // prettier-ignore
import { readName } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import { describeToken } from './describe-token.ts'
import { explainStop } from './explain-stop.ts'
import { parseStatement } from './parse-statement.ts'
import { bad, fix, placeAfter, type Reading, report, spanOfTokens } from './reading.ts'
import {
  colonOfPath, signAfterPath, skipBlock, startsItem, statementEnd, typeAt,
} from './statement-starts.ts' // prettier-ignore
import { takeDocumentation } from './take-documentation.ts'

/** The declaration around a block: how people know it, and its column, by which a lost brace is noticed. */
export interface BlockOwner {
  readonly name: string
  readonly column: number
}

/** Reads a block from the token after its `{` (or from where that is missing) to its `}` or to the next declaration. */
export function readBlock(reading: Reading, owner: BlockOwner, open: number | null): BlockNode {
  const entries: EntryNode[] = []
  const start = open ?? reading.at
  for (;;) {
    const type = typeAt(reading.tokens, reading.at)
    if (type === t.RightBrace) {
      reading.at += 1
      break
    }
    if (type === null || startsItem(reading.tokens, reading.at, owner.column)) {
      if (open !== null) reportUnclosed(reading, owner, open)
      break
    }
    if (type === t.Comma || type === t.Semicolon) reading.at += 1
    else if (type === t.LeftBrace) skipBrace(reading, owner)
    else entries.push(readEntry(reading, owner))
  }
  return { kind: 'block', span: spanOfTokens(reading, start, reading.at), entries }
}

function reportUnclosed(reading: Reading, owner: BlockOwner, open: number): void {
  const fixes = [fix(reading, "close it with '}'", placeAfter(reading, reading.at), '\n}', false)]
  report(reading, unclosedBlock, { of: owner.name }, spanOfTokens(reading, open, open + 1), {
    label: 'it opens here',
    fixes,
  })
}

function skipBrace(reading: Reading, owner: BlockOwner): void {
  const span = spanOfTokens(reading, reading.at, reading.at + 1)
  report(reading, extraBrace, { brace: '{' }, span, { fixes: [fix(reading, 'remove it', span, '', false)] })
  const doubled = typeAt(reading.tokens, reading.at - 1) === t.LeftBrace
  reading.at = doubled ? reading.at + 1 : skipBlock(reading.tokens, reading.at, owner.column)
}

function readEntry(reading: Reading, owner: BlockOwner): EntryNode {
  const from = reading.at
  const doc = takeDocumentation(reading)
  const colon = colonOfPath(reading.tokens, from)
  if (colon !== null) return readSound(reading, owner, from, colon, doc)
  const path = pathFrom(reading, from)
  const equals = signAfterPath(reading.tokens, from, t.Equals)
  const valueFrom = equals === null ? from + pathLength(path) : equals + 1
  const end = Math.max(statementEnd(reading.tokens, valueFrom, 'entry', owner.column), from + 1)
  reading.at = end
  const field = path.map(({ text }) => text).join('.')
  if (equals !== null) {
    const span = spanOfTokens(reading, equals, equals + 1)
    report(reading, equalsForColon, { field }, span, { fixes: [fix(reading, "write ':'", span, ':')] })
  } else if (typeAt(reading.tokens, from) === t.Colon) {
    report(reading, missingFieldName, {}, spanOfTokens(reading, from, from + 1))
  } else if (path.length > 0) {
    const place = placeAfter(reading, valueFrom)
    report(reading, missingColon, { field }, spanOfTokens(reading, from, valueFrom), {
      fixes: [fix(reading, "write a ':'", place, ':')],
    })
  } else {
    const found = describeToken(reading.tokens[from])
    report(reading, brokenField, { found }, spanOfTokens(reading, from, from + 1))
  }
  return { kind: 'entry', span: spanOfTokens(reading, from, end), recovered: true, doc, path, value: null }
}

function readSound(
  reading: Reading,
  owner: BlockOwner,
  from: number,
  colon: number,
  doc: string | null,
): EntryNode {
  const end = statementEnd(reading.tokens, colon + 1, 'entry', owner.column)
  reading.at = end
  const parsed = parseStatement(reading, (grammar) => grammar.entry(), from, end)
  const span = spanOfTokens(reading, from, end)
  if (parsed.kind === 'parsed') {
    return {
      kind: 'entry',
      span,
      recovered: !parsed.sound,
      doc,
      path: parsed.parts.path,
      value: parsed.parts.value,
    }
  }
  const path = pathFrom(reading, from)
  if (parsed.kind === 'stopped') {
    const of = path.map(({ text }) => text).join('.')
    explainStop(reading, parsed.at, { from: colon + 1, to: end, of })
  }
  const value: Expr = bad(spanOfTokens(reading, colon + 1, end))
  return { kind: 'entry', span, recovered: true, doc, path, value }
}

/** The names of the path that starts at a token; none where it starts with something else. */
function pathFrom(reading: Reading, from: number): readonly NameNode[] {
  const names: NameNode[] = []
  for (let at = from; typeAt(reading.tokens, at) === t.Name; at += 2) {
    const token = reading.tokens[at]
    if (token !== undefined) names.push(readName(token))
    if (typeAt(reading.tokens, at + 1) !== t.Dot) break
  }
  return names
}

function pathLength(path: readonly NameNode[]): number {
  return Math.max(0, 2 * path.length - 1)
}
