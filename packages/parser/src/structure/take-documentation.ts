import { documentationTrails, documentsNothing } from '../diagnostics/documentation.ts'
import { fix, type Reading, report } from './reading.ts'

/** The `///` lines above the next token, as one text; null where there are none. They count as taken. */
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
    report(reading, definition, {}, remark.span, { fixes: [fix(reading, "write '//'", mark, '//')] })
  }
}

function trails(reading: Reading, before: number, line: number): boolean {
  const token = reading.tokens[before - 1]
  return token !== undefined && token.line === line
}

function* remarksBefore(reading: Reading, at: number): Generator<Reading['remarks'][number]> {
  for (let low = lowerBound(reading, at); reading.remarks[low]?.before === at; low += 1) {
    const remark = reading.remarks[low]
    if (remark !== undefined) yield remark
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
