import type { AssertNode, ImportNode, Item } from '../ast.ts'
import { extraBrace } from '../diagnostics/blocks.ts'
import { brokenImport, stray } from '../diagnostics/declarations.ts'
import * as t from '../grammar/token-types.ts'
import { describeToken } from './describe-token.ts'
import { explainStop } from './explain-stop.ts'
import { parseStatement } from './parse-statement.ts'
import { readDeclaration } from './read-declaration.ts'
import { bad, fix, placeAfter, type Reading, report, spanOfTokens } from './reading.ts'
import { colonOfPath, startsItem, statementEnd, typeAt } from './statement-starts.ts'
import { takeDocumentation } from './take-documentation.ts'

/** Reads all of a file: imports, asserts and declarations, and one diagnostic for whatever is none of them. */
export function readItems(reading: Reading): readonly Item[] {
  const items: Item[] = []
  while (reading.at < reading.tokens.length) {
    const type = typeAt(reading.tokens, reading.at)
    if (type === t.Semicolon) reading.at += 1
    else if (type === t.Import) items.push(readImport(reading))
    else if (type === t.Assert) items.push(readAssert(reading))
    else if (startsItem(reading.tokens, reading.at, null)) items.push(readDeclaration(reading))
    else skipStray(reading)
  }
  return items
}

function readImport(reading: Reading): ImportNode {
  const from = reading.at
  const end = statementEnd(reading.tokens, from + 1, 'import', null)
  reading.at = end
  const span = spanOfTokens(reading, from, end)
  const parsed = parseStatement(reading, (grammar) => grammar.importItem(), from, end)
  if (parsed.kind === 'parsed') return { kind: 'import', span, recovered: false, ...parsed.parts }
  if (parsed.kind === 'stopped') report(reading, brokenImport, {}, span)
  return { kind: 'import', span, recovered: true, names: null, path: null }
}

function readAssert(reading: Reading): AssertNode {
  const from = reading.at
  const doc = takeDocumentation(reading)
  const end = statementEnd(reading.tokens, from + 1, 'assert', null)
  reading.at = end
  const span = spanOfTokens(reading, from, end)
  const parsed = parseStatement(reading, (grammar) => grammar.assertItem(), from, end)
  if (parsed.kind === 'parsed')
    return { kind: 'assert', span, recovered: !parsed.sound, doc, ...parsed.parts }
  if (parsed.kind === 'stopped') explainStop(reading, parsed.at, { from: from + 1, to: end, of: 'assert' })
  const condition = bad(spanOfTokens(reading, from + 1, end))
  return { kind: 'assert', span, recovered: true, doc, condition, message: null }
}

/** What starts nothing: skipped up to the next thing that does, with one diagnostic. */
function skipStray(reading: Reading): void {
  const from = reading.at
  const token = reading.tokens[from]
  let end = from + 1
  while (end < reading.tokens.length && !startsItem(reading.tokens, end, null)) end += 1
  reading.at = end
  if (token?.type === t.RightBrace) {
    const fixes = [fix(reading, 'remove it', token.span, '', false)]
    report(reading, extraBrace, { brace: '}' }, token.span, { fixes })
    return
  }
  const found = describeToken(token)
  report(reading, stray, { found }, spanOfTokens(reading, from, from + 1), adviceOn(reading, from, end))
}

/** A condition lacks its `assert`; a field lacks the block around it. */
function adviceOn(reading: Reading, from: number, end: number): Parameters<typeof report>[4] {
  if (colonOfPath(reading.tokens, from) !== null) {
    return { notes: ['a field stands inside of the braces of its declaration'] }
  }
  const line = reading.tokens[from]?.line
  const compares = reading.tokens
    .slice(from, end)
    .some(({ type, line: at }) => at === line && comparisons.has(type))
  if (!compares && typeAt(reading.tokens, from) !== t.Not) {
    return { notes: ["a declaration begins with its kind and its name, such as 'model fast {'"] }
  }
  const place = { start: placeAfter(reading, from).start, end: placeAfter(reading, from).start }
  const start = reading.tokens[from]?.span.start ?? place.start
  return { fixes: [fix(reading, "write 'assert' before it", { start, end: start }, 'assert ', false)] }
}

const comparisons = new Set([
  t.EqualEqual, t.NotEqual, t.Less, t.LessEqual, t.Greater, t.GreaterEqual,
]) // prettier-ignore
