import type { DeclarationNode, NameNode, StringNode } from '../ast.ts'
import { missingColon, missingOpenBrace, missingValue } from '../diagnostics/blocks.ts'
import { brokenName, colonForEquals, incompleteHead, missingEquals } from '../diagnostics/declarations.ts'
import { reservedWord, unexpected } from '../diagnostics/expressions.ts'
import { nameBeforeLabel, nameOfLabel } from '../fixes/name-before-label.ts'
import { plainName } from '../fixes/plain-name.ts'
import { readName, readText } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import { describeToken } from './describe-token.ts'
import { explainStop } from './explain-stop.ts'
import { parseStatement, salvageValue } from './parse-statement.ts'
import { readBlock } from './read-block.ts'
import { followsMistake, placeAfter, type Reading, report, spanOfTokens, tokenBefore } from './reading.ts'
import { colonOfPath, reserved, startsItem, statementEnd, typeAt } from './statement-starts.ts'
import { takeDocumentation } from './take-documentation.ts'
import type { Span } from '../span.ts'
import { insertSign } from '../fixes/insert-sign.ts'
import { insertWord } from '../fixes/insert-word.ts'
import { removeIt } from '../fixes/remove-it.ts'
import { replaceWord } from '../fixes/replace-word.ts'

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
  const { keyword, name, label, value, within } = head
  const span = spanOfTokens(reading, from, reading.at)
  return { kind: 'declaration', span, doc, keyword, name, label, value, within, recovered, block }
}

function reportMissingBrace(reading: Reading, of: string, end: number): void {
  const fixes = [insertSign(reading.file, { at: placeAfter(reading, end).end, text: ' {' })]
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
  if (parsed.kind === 'parsed') {
    const { keyword, name, label, value, within } = parsed.parts
    return { keyword, name, label, value, within, recovered: !parsed.sound }
  }
  if (parsed.kind === 'stopped') explainHead(reading, parsed.at, from, end)
  return salvageHead(reading, from, end)
}

/** The kind, name and label of a head that could not be read. */
function salvageHead(reading: Reading, from: number, end: number): HeadParts {
  const [keyword, name, label] = [reading.tokens[from], reading.tokens[from + 1], reading.tokens[from + 2]]
  const first: NameNode =
    keyword === undefined
      ? { kind: 'name', span: placeAfter(reading, from), text: '' }
      : { kind: 'name', span: keyword.span, text: keyword.text }
  const named = name?.type === t.Name && !touches(reading, from + 1)
  const text = [name, label].find((token) => token?.type === t.Text)
  const salvaged: StringNode | null = text === undefined ? null : readText(text)
  const whole = named ? readName(name) : null
  const valueFrom = from + (salvaged === null ? 2 : 3)
  const sign = signLike(reading, valueFrom)
  const value = named ? salvageValue(reading, valueFrom + (sign?.count ?? 0), end) : null
  return { keyword: first, name: whole, label: salvaged, value, within: null, recovered: true }
}

/** Whether a name goes on with characters that names do not have: `gpt-4.1`. */
function touches(reading: Reading, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]]
  if (token === undefined || next === undefined || token.span.end !== next.span.start) return false
  return next.type !== t.LeftParen && !endsName(next.type)
}

function explainHead(reading: Reading, at: number, from: number, end: number): void {
  const { tokens } = reading
  const [second, third] = [typeAt(tokens, from + 1), typeAt(tokens, from + 2)]
  const keyword = tokens[from]?.text ?? ''
  if (end <= from + 1 || second === t.Equals || second === t.Text) {
    const span = spanOfTokens(reading, from, from + 1)
    // The kind stands before the brace of the block above, where it is a field without its colon.
    const before = reading.diagnostics.findLast(({ severity }) => severity === 'error')
    if (before?.code === missingColon.code && followsMistake(reading, span)) return
    const label = second === t.Text ? tokens[from + 1] : undefined
    return report(reading, incompleteHead, { found: keyword }, span, {
      label: `a kind and a name belong here, such as 'model fast'`,
      fixes:
        label === undefined || nameOfLabel(label) === '' ? [] : [nameBeforeLabel(reading.file, { label })],
    })
  }
  if (second !== null && reserved.has(second)) {
    const word = tokens[from + 1]?.text ?? ''
    return report(reading, reservedWord, { word }, spanOfTokens(reading, from + 1, from + 2))
  }
  if (second !== t.Name || touches(reading, from + 1)) return explainName(reading, from, end)
  const name = tokens[from + 1]?.text ?? ''
  const afterLabel = third === t.Text ? from + 3 : from + 2
  const sign = signLike(reading, afterLabel)
  if (sign !== null && typeAt(tokens, end) === t.LeftBrace && end === afterLabel + sign.count) {
    const place = `between '${name}' and its block`
    const fixes = [removeIt(reading.file, { span: sign.span })]
    return report(reading, unexpected, { found: `'${sign.written}'`, place }, sign.span, { fixes })
  }
  if (sign !== null && sign.written !== '=') {
    const spaced = sign.written.startsWith(':') && tokens[afterLabel - 1]?.span.end === sign.span.start
    const fixes = [replaceWord(reading.file, { span: sign.span, text: spaced ? ' =' : '=' })]
    return report(reading, colonForEquals, { name, written: sign.written }, sign.span, { fixes })
  }
  const equals = sign !== null
  if (equals && end <= afterLabel + 1) {
    return report(reading, missingValue, { of: name }, spanOfTokens(reading, afterLabel, end))
  }
  if (equals) return explainStop(reading, at, { from: afterLabel + 1, to: end, of: name })
  if (typeAt(tokens, afterLabel) === t.In) {
    if (typeAt(tokens, at) === t.Equals && at < end) {
      const place = "after bounds: the value comes first, then 'in' and the bounds"
      return report(reading, unexpected, { found: "'='", place }, spanOfTokens(reading, at, at + 1))
    }
    return explainStop(reading, at, { from: afterLabel + 1, to: end, of: `${name} in` })
  }
  const blocked = typeAt(tokens, end) === t.LeftBrace && tokens[end]?.line === tokens[from]?.line
  if (blocked && third !== t.Text) return explainName(reading, from, end)
  if (!blocked && startsValue(tokens[afterLabel]?.type)) {
    const fixes = [
      insertWord(reading.file, { at: placeAfter(reading, afterLabel).end, text: ' =', surely: false }),
    ]
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

/** The `=` of a head, or what is written for it: `:`, `:=`, `==`. */
function signLike(
  reading: Reading,
  at: number,
): { readonly span: Span; readonly count: number; readonly written: string } | null {
  const { tokens, file } = reading
  const type = typeAt(tokens, at)
  if (type !== t.Equals && type !== t.Colon && type !== t.EqualEqual) return null
  const count = type === t.Colon && typeAt(tokens, at + 1) === t.Equals ? 2 : 1
  const span = spanOfTokens(reading, at, at + count)
  return { span, count, written: file.text.slice(span.start, span.end) }
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
  const plain = plainName(written)
  const instead = plain === '' ? 'a_name' : plain
  const label = JSON.stringify(written)
  const labelled = typeAt(reading.tokens, last) === t.Text ? instead : `${instead} ${label}`
  report(reading, brokenName, { written, instead }, span, {
    fixes: [replaceWord(reading.file, { span, text: labelled, surely: false })],
  })
}

const nameEnds = new Set([t.Equals, t.Text, t.LeftBrace, t.Colon, t.In, t.Comma, t.Semicolon])

function endsName(type: ReturnType<typeof typeAt> | undefined): boolean {
  return type !== undefined && type !== null && nameEnds.has(type)
}
