import type { EntryNode, NameNode } from '../ast.ts'
import { brokenField, equalsForColon, missingColon, missingFieldName } from '../diagnostics/blocks.ts'
import { reservedWord, unexpected } from '../diagnostics/expressions.ts'
import { readName, readText } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import { reportCharacter } from './check-characters.ts'
import { describeToken } from './describe-token.ts'
import { explainStop } from './explain-stop.ts'
import { parseStatement, salvageValue } from './parse-statement.ts'
import { bad, followsMistake, placeAfter, type Reading, report, spanOfTokens } from './reading.ts'
import { colonOfPath, reserved, signAfterPath, statementEnd, typeAt } from './statement-starts.ts'
import { takeDocumentation } from './take-documentation.ts'
import { insertSign } from '../fixes/insert-sign.ts'
import { replaceWord } from '../fixes/replace-word.ts'

/** The declaration around a block: how people know it, and its column, by which a lost brace is noticed. */
export interface BlockOwner {
  readonly name: string
  readonly column: number
}

/** Reads a field, sound or broken: one diagnostic for all that is wrong with it. */
export function readEntry(reading: Reading, owner: BlockOwner): EntryNode {
  const from = reading.at
  const doc = takeDocumentation(reading)
  const colon = colonOfPath(reading.tokens, from)
  const sound = colon !== null && typeAt(reading.tokens, colon + 1) !== t.Equals
  const { recovered, path, value } = sound
    ? readSound(reading, owner, from, colon)
    : readBroken(reading, owner, from, colon)
  return { kind: 'entry', span: spanOfTokens(reading, from, reading.at), doc, recovered, path, value }
}

type EntryRest = Pick<EntryNode, 'recovered' | 'path' | 'value'>

function readSound(reading: Reading, owner: BlockOwner, from: number, colon: number): EntryRest {
  const end = statementEnd(reading.tokens, colon + 1, 'entry', owner.column)
  reading.at = end
  const parsed = parseStatement(reading, (grammar) => grammar.entry(), from, end)
  if (parsed.kind === 'parsed') {
    return { recovered: !parsed.sound, path: parsed.parts.path, value: parsed.parts.value }
  }
  const path = pathFrom(reading, from)
  if (parsed.kind === 'stopped') {
    explainStop(reading, parsed.at, { from: colon + 1, to: end, of: written(path) })
  }
  return { recovered: true, path, value: bad(spanOfTokens(reading, colon + 1, end)) }
}

/** A line of a block that is no `path : value`; `colon` where `:=` follows the path. */
function readBroken(reading: Reading, owner: BlockOwner, from: number, colon: number | null): EntryRest {
  const { tokens } = reading
  const path = pathFrom(reading, from)
  const equals = colon === null ? signAfterPath(tokens, from, t.Equals) : colon + 1
  const quoted = path.length === 0 && typeAt(tokens, from + 1) === t.Colon
  const afterPath = from + Math.max(0, 2 * path.length - 1)
  const valueFrom = equals !== null ? equals + 1 : quoted ? from + 2 : afterPath
  const end = Math.max(statementEnd(tokens, valueFrom, 'entry', owner.column), from + 1)
  reading.at = end
  if (equals !== null) {
    const span = spanOfTokens(reading, colon ?? equals, equals + 1)
    const sign = reading.file.text.slice(span.start, span.end)
    const parameters = { field: written(path), written: sign }
    report(reading, equalsForColon, parameters, span, {
      fixes: [replaceWord(reading.file, { span, text: ':' })],
    })
  } else if (path.length > 0) {
    if (!isMissingColon(reading, path, from, afterPath)) return { recovered: true, path, value: null }
  } else {
    reportNoField(reading, from)
    const token = tokens[from]
    if (!quoted || token === undefined) return { recovered: true, path, value: null }
    const text = token.type === t.Text ? readText(token).value : token.text
    const value = salvageValue(reading, valueFrom, end)
    return { recovered: true, path: [{ kind: 'name', span: token.span, text }], value }
  }
  return { recovered: true, path, value: salvageValue(reading, valueFrom, end) }
}

/** Reports what follows a path without its colon; false where the path itself is broken. */
function isMissingColon(
  reading: Reading,
  path: readonly NameNode[],
  from: number,
  afterPath: number,
): boolean {
  const { tokens } = reading
  const next = tokens[afterPath]
  const last = tokens[afterPath - 1]
  const touches = next !== undefined && last?.span.end === next.span.start
  if (touches && (next.type === t.Dot || next.type === t.BadNumber)) {
    const wrong = next.type === t.Dot ? afterPath + 1 : afterPath
    const place = `after '${tokens[wrong - 1]?.text ?? ''}', where a name belongs`
    const found = describeToken(tokens[wrong])
    report(reading, unexpected, { found, place }, spanOfTokens(reading, afterPath, afterPath + 1))
    return false
  }
  if (next?.type === t.Unknown) {
    reportCharacter(reading, afterPath)
    return false
  }
  report(reading, missingColon, { field: written(path) }, spanOfTokens(reading, from, afterPath), {
    fixes: [insertSign(reading.file, { at: placeAfter(reading, afterPath).end, text: ':' })],
  })
  return true
}

/** Reports a line that begins with something that is no name. */
function reportNoField(reading: Reading, from: number): void {
  const token = reading.tokens[from]
  const span = spanOfTokens(reading, from, from + 1)
  if (token?.type === t.Unknown) return reportCharacter(reading, from)
  if (token?.type === t.Colon) {
    if (!followsMistake(reading, span)) report(reading, missingFieldName, {}, span)
    return
  }
  if (token !== undefined && reserved.has(token.type)) {
    return report(reading, reservedWord, { word: token.text }, span)
  }
  const text = token?.type === t.Text ? readText(token).value : null
  const named = text !== null && /^[\p{L}_][\p{L}\p{M}\p{Nd}_.]*$/u.test(text)
  const fixes = named ? [replaceWord(reading.file, { span, text })] : []
  report(reading, brokenField, { found: describeToken(token) }, span, { fixes })
}

function written(path: readonly NameNode[]): string {
  return path.map(({ text }) => text).join('.')
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
