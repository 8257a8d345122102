import type { Diagnostic, SourceFile } from '@plumbline/parser'
import { printable } from './columns.ts'
import { placeOf, rememberedLines, type SourceLines } from './source-lines.ts'

/**
 * Writes diagnostics as GitHub workflow commands (`::error file=…::…`), which a workflow's log turns into remarks
 * beside the lines of a change. One command a line; text is escaped as the workflow log requires, and characters that
 * a terminal would obey are visible signs.
 */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  const linesOf = rememberedLines()
  return diagnostics.map((diagnostic) => `${command(diagnostic, linesOf)}\n`).join('')
}

function command(diagnostic: Diagnostic, linesOf: (file: SourceFile) => SourceLines): string {
  const { primary } = diagnostic
  const properties: [string, string][] = []
  if (primary !== null) {
    const { start, end } = placeOf(linesOf(primary.file), primary.span)
    properties.push(['file', primary.file.name], ['line', String(start.line)], ['endLine', String(end.line)])
    // The log only takes columns of a place on one line.
    if (start.line === end.line)
      properties.push(
        ['col', String(start.column)],
        ['endColumn', String(Math.max(end.column, start.column + 1))],
      )
  }
  properties.push(['title', diagnostic.code])
  const body = [
    primary === null || primary.text === '' ? diagnostic.message : `${diagnostic.message} (${primary.text})`,
    ...diagnostic.notes,
    ...diagnostic.fixes.map((fix) => `help: ${fix.title}`),
    `see: plumb explain ${diagnostic.code}`,
  ].join('\n')
  const shown = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',')
  return `::${diagnostic.severity} ${shown}::${escapeData(body)}`
}

function escapeData(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line).replaceAll('%', '%25'))
    .join('%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
