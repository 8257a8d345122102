import type { DeclarationNode, NameNode, StringNode } from '../ast.ts'
import { missingOpenBrace, missingValue } from '../diagnostics/blocks.ts'
import { brokenName, colonForEquals, incompleteHead, missingEquals } from '../diagnostics/declarations.ts'
import { reservedWord, unexpected } from '../diagnostics/expressions.ts'
import { readName, readText } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import { describeToken } from './describe-token.ts'
import { explainStop } from './explain-stop.ts'
import { parseStatement } from './parse-statement.ts'
import { readBlock } from './read-block.ts'
import { fix, placeAfter, type Reading, report, spanOfTokens, tokenBefore } from './reading.ts'
import { colonOfPath, reserved, startsItem, statementEnd, typeAt } from './statement-starts.ts'
import { takeDocumentation } from './take-documentation.ts'

type HeadParts = Pick<DeclarationNode, 'keyword' | 'name' | 'label' | 'value' | 'within' | 'recovered'>

/** Reads a declaration, sound or broken, with its block; one diagnostic for all that is wrong with its head. */
export function readDeclaration(reading: Reading): DeclarationNode {
  const from = reading.at
  const doc = takeDocumentation(reading)
  const column = reading.tokens[from]?.column ?? 1
  const end = headEnd(reading, from)
  reading.at = end
  const before = reading.diagnostics.length
  const head = readHead(reading, from, end)
  const owner = { name: head.name?.text ?? head.keyword.text, column }
  let block: DeclarationNode['block'] = null
  let recovered = head.recovered
  if (typeAt(reading.tokens, end) === t.LeftBrace) {
    reading.at = end + 1
    block = readBlock(reading, owner, end)
  } else if (colonOfPath(reading.tokens, end) !== null && !startsItem(reading.tokens, end, null)) {
    recovered = true
    if (reading.diagnostics.length === before) reportMissingBrace(reading, owner.name, end)
    block = readBlock(reading, owner, null)
  }
  return {
    kind: 'declaration',
    span: spanOfTokens(reading, from, reading.at),
    doc,
    ...head,
    recovered,
    block,
  }
}

function reportMissingBrace(reading: Reading, of: string, end: number): void {
  const fixes = [fix(reading, "write a '{'", placeAfter(reading, end), ' {')]
  report(reading, missingOpenBrace, { of }, tokenBefore(reading, end), { fixes })
}

/** Where the head ends that starts at `from`; a `:` right after the name belongs to it, for it was meant as `=`. */
function headEnd(reading: Reading, from: number): number {
  const { tokens } = reading
  const named = typeAt(tokens, from + 1) === t.Name || typeAt(tokens, from + 1) === t.Text
  const colon = named && typeAt(tokens, from + 2) === t.Colon
  return Math.max(from + 1, statementEnd(tokens, from + (colon ? 3 : named ? 2 : 1), 'head', null))
}

function readHead(reading: Reading, from: number, end: number): HeadParts {
  const parsed = parseStatement(reading, (grammar) => grammar.head(), from, end, true)
  if (parsed.kind === 'parsed') return { ...parsed.parts, recovered: !parsed.sound }
  if (parsed.kind === 'stopped') explainHead(reading, parsed.at, from, end)
  return salvageHead(reading, from)
}

/** The kind, name and label of a head that could not be read. */
function salvageHead(reading: Reading, from: number): HeadParts {
  const [keyword, name, label] = [reading.tokens[from], reading.tokens[from + 1], reading.tokens[from + 2]]
  const first: NameNode =
    keyword === undefined
      ? { kind: 'name', span: placeAfter(reading, from), text: '' }
      : { kind: 'name', span: keyword.span, text: keyword.text }
  const named = name?.type === t.Name && !touches(reading, from + 1)
  const text = [name, label].find((token) => token?.type === t.Text)
  const salvaged: StringNode | null = text === undefined ? null : readText(text)
  const whole = named ? readName(name) : null
  return { keyword: first, name: whole, label: salvaged, value: null, within: null, recovered: true }
}

/** Whether a name goes on with characters that names do not have: `gpt-4.1`. */
function touches(reading: Reading, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]]
  if (token === undefined || next === undefined || token.span.end !== next.span.start) return false
  return (
    next.type !== t.LeftBrace && next.type !== t.Equals && next.type !== t.Colon && next.type !== t.LeftParen
  )
}

function explainHead(reading: Reading, at: number, from: number, end: number): void {
  const { tokens } = reading
  const [second, third] = [typeAt(tokens, from + 1), typeAt(tokens, from + 2)]
  const keyword = tokens[from]?.text ?? ''
  if (end <= from + 1 || second === t.Equals || second === t.Text) {
    return report(reading, incompleteHead, { found: keyword }, spanOfTokens(reading, from, from + 1), {
      label: 'a kind and a name belong here, such as ' + `'model fast'`,
    })
  }
  if (second !== null && reserved.has(second)) {
    const word = tokens[from + 1]?.text ?? ''
    return report(reading, reservedWord, { word }, spanOfTokens(reading, from + 1, from + 2))
  }
  if (second !== t.Name || touches(reading, from + 1)) return explainName(reading, from, end)
  const name = tokens[from + 1]?.text ?? ''
  const afterLabel = third === t.Text ? from + 3 : from + 2
  if (typeAt(tokens, afterLabel) === t.Colon) {
    const span = spanOfTokens(reading, afterLabel, afterLabel + 1)
    return report(reading, colonForEquals, { name }, span, { fixes: [fix(reading, "write '='", span, ' =')] })
  }
  const equals = typeAt(tokens, afterLabel) === t.Equals
  if (equals && end <= afterLabel + 1) {
    return report(reading, missingValue, { of: name }, spanOfTokens(reading, afterLabel, end))
  }
  if (equals) return explainStop(reading, at, { from: afterLabel + 1, to: end, of: name })
  if (typeAt(tokens, afterLabel) === t.In) {
    return explainStop(reading, at, { from: afterLabel + 1, to: end, of: `${name} in` })
  }
  if (startsValue(tokens[afterLabel]?.type)) {
    const fixes = [fix(reading, "write '='", placeAfter(reading, afterLabel), ' =', false)]
    return report(reading, missingEquals, { name }, spanOfTokens(reading, afterLabel, afterLabel + 1), {
      label: `its value, after '='`,
      fixes,
    })
  }
  const found = describeToken(tokens[afterLabel])
  report(
    reading,
    unexpected,
    { found, place: `after '${name}'` },
    spanOfTokens(reading, afterLabel, afterLabel + 1),
  )
}

function startsValue(type: ReturnType<typeof typeAt> | undefined): boolean {
  return [t.NumberLiteral, t.Name, t.True, t.False, t.LeftParen, t.LeftBracket, t.Minus, t.Not, t.Text].some(
    (start) => start === type,
  )
}

/** `gpt-4.1`, `4o`: the tokens that touch each other are one name to its author. */
function explainName(reading: Reading, from: number, end: number): void {
  let last = from + 2
  const line = reading.tokens[from + 1]?.line
  while (last < end && reading.tokens[last]?.line === line && !endsName(reading.tokens[last]?.type)) last += 1
  const span = spanOfTokens(reading, from + 1, last)
  const written = reading.file.text.slice(span.start, span.end)
  const plain = written.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{Nd}_]+/gu, '_')
  const trimmed = plain.replaceAll(/^_+|_+$/g, '')
  const instead = trimmed === '' ? 'a_name' : /^\p{Nd}/u.test(trimmed) ? `m_${trimmed}` : trimmed
  const label = JSON.stringify(written)
  const labelled = typeAt(reading.tokens, last) === t.Text ? instead : `${instead} ${label}`
  report(reading, brokenName, { written, instead }, span, {
    fixes: [fix(reading, `write '${labelled}'`, span, labelled, false)],
  })
}

function endsName(type: ReturnType<typeof typeAt> | undefined): boolean {
  return type === t.Equals || type === t.Text || type === t.LeftBrace || type === t.Colon || type === t.In
}
