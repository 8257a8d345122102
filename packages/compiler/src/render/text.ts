import type { Diagnostic, Label, SourceFile } from '@plumbline/parser'
import { printable } from './columns.ts'
import { frameRows, type FrameRow } from './frame.ts'
import { mendedRows } from './mended.ts'
import { placeOf, rememberedLines, type SourceLines } from './source-lines.ts'
import { plainStyle, type DiagnosticStyle } from './style.ts'

/** How diagnostics are written out for people. */
export interface RenderTextOptions {
  /** What to paint each part with; without it, no colour. */
  readonly colour?: DiagnosticStyle
  /** Screen columns for one line of source, which is clipped to it (default 100). */
  readonly width?: number
}

/** Rows of one file, and the place that its heading names. */
interface Section {
  readonly heading: string
  readonly rows: readonly FrameRow[]
}

interface Page {
  readonly colour: DiagnosticStyle
  readonly width: number
  readonly linesOf: (file: SourceFile) => SourceLines
}

/**
 * Writes diagnostics as people read them: the message, the lines that it is about with each label under its
 * place, notes, what each fix would make of the line, and how to learn more. One blank line between two.
 *
 * @returns text that ends with a newline, or `''` for no diagnostics
 */
export function renderText(diagnostics: readonly Diagnostic[], options: RenderTextOptions = {}): string {
  const page: Page = {
    colour: options.colour ?? plainStyle,
    width: options.width ?? 100,
    linesOf: rememberedLines(),
  }
  return diagnostics.map((diagnostic) => renderOne(diagnostic, page)).join('\n')
}

function renderOne(diagnostic: Diagnostic, page: Page): string {
  const { colour } = page
  const sections = sectionsOf(diagnostic, page)
  const mends = diagnostic.fixes.map((fix) => ({
    fix,
    rows: mendedRows(page.linesOf(fix.file), fix, colour, page.width),
  }))
  const numbers = [...sections, ...mends].flatMap(({ rows }) => rows.map(({ line }) => line))
  const widest = numbers.reduce<number>(
    (most, line) => (typeof line === 'number' ? Math.max(most, line) : most),
    0,
  )
  const margin = Math.max(2, String(widest).length)
  const pad = ' '.repeat(margin)
  const severity = colour[diagnostic.severity]
  const out = [
    `${severity(`${diagnostic.severity}[${diagnostic.code}]`)}${colour.message(`: ${printable(diagnostic.message)}`)}`,
  ]
  for (const [index, { heading, rows }] of sections.entries()) {
    out.push(`${pad}${colour.gutter(index === 0 ? '┌─' : '├─')} ${heading}`, `${pad}${colour.gutter('│')}`)
    out.push(...rows.map((row) => printRow(row, margin, colour)), `${pad}${colour.gutter('│')}`)
  }
  const remark = (text: string): string =>
    text
      .split('\n')
      .map((line, index) => `${pad}${index === 0 ? colour.gutter('=') : ' '} ${line}`.trimEnd())
      .join('\n')
  out.push(...diagnostic.notes.map((note) => remark(note.split('\n').map(printable).join('\n'))))
  for (const { fix, rows } of mends) {
    out.push(remark(`${colour.help('help:')} ${printable(fix.title)}`))
    out.push(...rows.map((row) => printRow(row, margin, colour)))
  }
  out.push(remark(`${colour.help('see:')} plumb explain ${diagnostic.code}`))
  return `${out.join('\n')}\n`
}

/** One section a file that labels point into, the primary label's file first. */
function sectionsOf(diagnostic: Diagnostic, page: Page): readonly Section[] {
  const { primary, secondary, severity } = diagnostic
  const labels = primary === null ? secondary : [primary, ...secondary]
  const byFile = new Map<SourceFile, Label[]>()
  for (const label of labels) {
    const same = byFile.get(label.file)
    if (same === undefined) byFile.set(label.file, [label])
    else same.push(label)
  }
  return [...byFile].map(([file, inFile]) => {
    const lines = page.linesOf(file)
    const leads = inFile[0] === primary
    const style = page.colour
    const { start } = placeOf(lines, inFile[0]?.span ?? { start: 0, end: 0 })
    return {
      heading: `${printable(file.name)}:${String(start.line)}:${String(start.column)}`,
      rows: frameRows(lines, inFile, leads, { primary: style[severity], style, width: page.width }),
    }
  })
}

function printRow(row: FrameRow, margin: number, colour: DiagnosticStyle): string {
  const number = typeof row.line === 'number' ? String(row.line).padStart(margin) : ' '.repeat(margin)
  const bar = row.line === 'gap' ? '·' : '│'
  return `${colour.gutter(number + bar)} ${row.text}`.trimEnd()
}
