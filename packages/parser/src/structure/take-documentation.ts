import { documentationTrails, documentsNothing } from '../diagnostics/documentation.ts'
import * as t from '../grammar/token-types.ts'
import { type Reading, report } from './reading.ts'
import { replaceWord } from '../fixes/replace-word.ts'

/**
 * The `///` lines above the next token, and above separators before it, as one text; null where there are none. They
 * count as taken.
 */
export function takeDocumentation(reading: Reading): string | null {
  const lines: string[] = []
  for (const remark of remarksBefore(reading, reading.at)) {
    if (remark.kind !== 'doc' || trails(reading, remark.before, remark.line)) continue
    reading.documented.add(remark)
    lines.push(remark.text.slice(3).replace(/^ /, '').trimEnd())
  }
  return lines.length === 0 ? null : lines.join('\n')
}

/** Warns of documentation that nothing has taken. */
export function reportLostDocumentation(reading: Reading): void {
  for (const remark of reading.remarks) {
    if (remark.kind !== 'doc' || reading.documented.has(remark)) continue
    const definition = trails(reading, remark.before, remark.line) ? documentationTrails : documentsNothing
    const mark = { start: remark.span.start, end: remark.span.start + 3 }
    report(reading, definition, {}, remark.span, {
      fixes: [replaceWord(reading.file, { span: mark, text: '//' })],
    })
  }
}

/** Whether code stands before it on its line; commas and semicolons between fields and declarations are none. */
function trails(reading: Reading, before: number, line: number): boolean {
  for (let at = before - 1; reading.tokens[at]?.line === line; at -= 1) {
    if (!isSeparator(reading, at)) return true
  }
  return false
}

function isSeparator({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.type === t.Comma || tokens[at]?.type === t.Semicolon
}

function* remarksBefore(reading: Reading, at: number): Generator<Reading['remarks'][number]> {
  let from = at
  while (isSeparator(reading, from - 1)) from -= 1
  for (let low = lowerBound(reading, from); low < reading.remarks.length; low += 1) {
    const remark = reading.remarks[low]
    if (remark === undefined || remark.before > at) return
    yield remark
  }
}

function lowerBound(reading: Reading, at: number): number {
  let [low, high] = [0, reading.remarks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reading.remarks[middle]?.before ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
