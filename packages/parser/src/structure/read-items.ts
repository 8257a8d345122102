import type { AssertNode, ImportNode, Item } from '../ast.ts'
import { extraBrace } from '../diagnostics/blocks.ts'
import { brokenImport, stray } from '../diagnostics/declarations.ts'
import { unclosedBracket, unexpected } from '../diagnostics/expressions.ts'
import type { Fix } from '../diagnostic.ts'
import { readText } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import { reportCharacter } from './check-characters.ts'
import { describeToken } from './describe-token.ts'
import { explainStop } from './explain-stop.ts'
import { explainForeignOperator } from './foreign-operators.ts'
import { parseStatement } from './parse-statement.ts'
import { readDeclaration } from './read-declaration.ts'
import { bad, followsMistake, placeAfter, type Reading, report, spanOfTokens } from './reading.ts'
import { colonOfPath, startsItem, statementEnd, typeAt } from './statement-starts.ts'
import { takeDocumentation } from './take-documentation.ts'
import { assertIt } from '../fixes/assert-it.ts'
import { insertWord } from '../fixes/insert-word.ts'
import { namesInBraces } from '../fixes/names-in-braces.ts'
import { removeIt } from '../fixes/remove-it.ts'

/** Reads all of a file: imports, asserts and declarations, and one diagnostic for whatever is none of them. */
export function readItems(reading: Reading): readonly Item[] {
  const items: Item[] = []
  while (reading.at < reading.tokens.length) {
    const type = typeAt(reading.tokens, reading.at)
    if (type === t.Semicolon) reading.at += 1
    else if (type === t.Import) items.push(readImport(reading))
    else if (type === t.Assert) items.push(readAssert(reading))
    else if (startsItem(reading.tokens, reading.at, null) || isLabelled(reading))
      items.push(readDeclaration(reading))
    else skipStray(reading)
  }
  return items
}

/** A kind or a name alone with a label: `game "Two tiers"`. */
function isLabelled({ tokens, at }: Reading): boolean {
  const [word, label] = [tokens[at], tokens[at + 1]]
  return word?.type === t.Name && word.first && label?.type === t.Text && label.line === word.line
}

function readImport(reading: Reading): ImportNode {
  const from = reading.at
  const end = statementEnd(reading.tokens, from + 1, 'import', null)
  reading.at = end
  const span = spanOfTokens(reading, from, end)
  const parsed = parseStatement(reading, (grammar) => grammar.importItem(), from, end)
  if (parsed.kind === 'parsed') return { kind: 'import', span, recovered: false, ...parsed.parts }
  if (parsed.kind === 'stopped')
    report(reading, brokenImport, {}, span, { fixes: fixImport(reading, from, end) })
  const path = reading.tokens.slice(from, end).find(({ type }) => type === t.Text)
  return {
    kind: 'import',
    span,
    recovered: true,
    names: null,
    path: path === undefined ? null : readText(path),
  }
}

/** `import a, b from "…"` lacks its braces, `import { a } "…"` its `from`. */
function fixImport(reading: Reading, from: number, end: number): readonly Fix[] {
  const tokens = reading.tokens.slice(from + 1, end)
  const types = tokens.map(({ type }) => (type === t.Comma ? ',' : type.name)).join(' ')
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return []
  if (/^Name(?: , Name)* from Text$/.test(types)) {
    const names = { start: first.span.start, end: tokens.at(-3)?.span.end ?? first.span.end }
    return [namesInBraces(reading.file, { names })]
  }
  return /^\{ Name(?: , Name)*(?: ,)? \} Text$/.test(types)
    ? [insertWord(reading.file, { at: last.span.start, text: 'from ' })]
    : []
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
    const fixes = [removeIt(reading.file, { span: token.span, surely: false })]
    report(reading, extraBrace, { brace: '}' }, token.span, { fixes })
    return
  }
  if (token?.type === t.Unknown) return reportCharacter(reading, from)
  if (token?.type !== t.Unknown && token !== undefined && followsMistake(reading, token.span)) return
  if (closesOther(reading, from)) return
  const found = describeToken(token)
  if (token?.type === t.Comma) {
    const last = reading.tokens[from + 1]?.first !== false
    const fixes = last ? [removeIt(reading.file, { span: token.span })] : []
    return report(reading, unexpected, { found, place: 'between declarations' }, token.span, { fixes })
  }
  if (explainForeignOperator(reading, from, from)) return
  report(reading, stray, { found }, spanOfTokens(reading, from, from + 1), adviceOn(reading, from, end))
}

/** A bracket that has changed places with the brace before it: that the one of its partner is missing has been said. */
function closesOther({ tokens, diagnostics }: Reading, at: number): boolean {
  const type = typeAt(tokens, at)
  const closes = type === t.RightParen || type === t.RightBracket
  return (
    closes && typeAt(tokens, at - 1) === t.RightBrace && diagnostics.at(-1)?.code === unclosedBracket.code
  )
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
  const at = reading.tokens[from]?.span.start ?? placeAfter(reading, from).start
  return { fixes: [assertIt(reading.file, { at })] }
}

const comparisons = new Set([
  t.EqualEqual, t.NotEqual, t.Less, t.LessEqual, t.Greater, t.GreaterEqual,
]) // prettier-ignore
