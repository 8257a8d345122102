import type { Remark } from '../grammar/lex.ts'
import * as t from '../grammar/token-types.ts'
import { type ParseResult, parse } from '../parse.ts'
import type { SourceFile } from '../span.ts'
import { type Line, printLines } from './lines.ts'
import { type Role, rolesOf } from './roles.ts'
import { isSpaced } from './spacing.ts'

const indentation = 2
const continuation = 4
const lineEnd = /[\r\n]/
const blankLine = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/

/**
 * The canonical layout of a file: a field a line, two spaces in, the values of a block in one column; at most one
 * blank line in a row; one blank between tokens. Comments stay where they are, and so do line breaks inside of
 * values. Formatting twice changes nothing more.
 *
 * A file with a syntax error is given back as it is: nothing of it is changed or lost.
 */
export function format(file: SourceFile): string {
  const parsed = parse(file)
  if (parsed.diagnostics.some(({ severity }) => severity === 'error')) return file.text
  return printLines(layOut(file, parsed))
}

/** The layout in the making. */
interface Layout {
  readonly file: SourceFile
  readonly parsed: ParseResult
  readonly roles: ReadonlyMap<number, Role>
  readonly lines: Line[]
  /** Blocks that have begun; the present one, 0 outside of all. */
  begun: number
  block: number
  /** Where the last token or comment ended, to see blank lines. */
  end: number
  /** The line may take no more: a comment to its end stands behind it. */
  full: boolean
}

function layOut(file: SourceFile, parsed: ParseResult): readonly Line[] {
  const roles = rolesOf(parsed.file, parsed.tokens)
  const layout: Layout = { file, parsed, roles, lines: [], begun: 0, block: 0, end: 0, full: false }
  let next = 0
  const remarksUpTo = (index: number): void => {
    for (let remark = parsed.remarks[next]; remark?.before === index; remark = parsed.remarks[(next += 1)]) {
      putRemark(layout, remark, index)
    }
  }
  for (let index = 0; index < parsed.tokens.length; index += 1) {
    remarksUpTo(index)
    putToken(layout, index)
  }
  remarksUpTo(parsed.tokens.length)
  return layout.lines
}

function putToken(layout: Layout, index: number): void {
  const { tokens } = layout.parsed
  const token = tokens[index]
  const role = layout.roles.get(index)
  if (token === undefined) return
  if (role === 'separator') return
  const line = layout.lines.at(-1)
  const emptyBlock = role === 'close' && roleBefore(layout, index) === 'open' && !layout.full
  if (role === 'close') layout.block = 0
  const starts = role === 'item' || role === 'entry' || (role === 'close' && !emptyBlock)
  const broken = lineEnd.test(layout.file.text.slice(layout.end, token.span.start))
  if (line === undefined || starts || layout.full || (broken && role === undefined)) {
    const within = role === undefined ? indentation + (layout.block > 0 ? continuation - indentation : 0) : 0
    const indent =
      (role === 'entry' ? indentation : 0) + within + (layout.block > 0 && role === undefined ? 2 : 0)
    startLine(layout, token.span.start, indent, token.text, role === 'item' || role === 'entry')
  } else {
    line.text += (!emptyBlock && isSpaced(tokens, index) && line.text !== '' ? ' ' : '') + token.text
  }
  if (role === 'open') layout.block = layout.begun += 1
  if (token.type === t.Colon) keepKey(layout, index)
  layout.end = token.span.end
  layout.full = false
}

/** The role of the token before one, separators aside. */
function roleBefore({ roles }: Layout, index: number): Role | undefined {
  let before = index - 1
  while (roles.get(before) === 'separator') before -= 1
  return roles.get(before)
}

/** A field's name and colon become the key of its line, which the values of the block are aligned by. */
function keepKey(layout: Layout, index: number): void {
  const line = layout.lines.at(-1)
  let first = index - 1
  while (layout.roles.get(first) === undefined && first > 0) first -= 1
  const isField = layout.roles.get(first) === 'entry' && line?.key === null && line.block > 0
  const isFirst = !layout.parsed.tokens.slice(first, index).some(({ type }) => type === t.Colon)
  if (!isField || !isFirst) return
  line.key = line.text
  line.text = ''
}

function startLine(layout: Layout, start: number, indent: number, text: string, mayBlank: boolean): void {
  const between = layout.file.text.slice(layout.end, start)
  const first = layout.parsed.tokens[0] === undefined ? layout.lines.length === 0 : false
  const afterOpen = layout.lines.at(-1)?.text.endsWith('{') === true && layout.block > 0
  const blank = mayBlank && !first && !afterOpen && blankLine.test(between)
  layout.lines.push({ indent, blank, key: null, text, trailing: '', block: layout.block })
}

function putRemark(layout: Layout, remark: Remark, index: number): void {
  const { tokens } = layout.parsed
  const text = remark.text.trimEnd().replaceAll(/\r\n?/g, '\n')
  const line = layout.lines.at(-1)
  const between = layout.file.text.slice(layout.end, remark.span.start)
  const next = tokens[index]
  const role = layout.roles.get(index)
  const broken = lineEnd.test(between) || line === undefined
  const after = layout.file.text.slice(remark.span.end, next?.span.start ?? remark.span.end)
  const midway = next !== undefined && role === undefined && remark.kind === 'block' && !lineEnd.test(after)
  if (!broken && midway && !layout.full) {
    line.text += `${line.text === '' ? '' : ' '}${text}`
  } else if (!broken) {
    line.trailing += `${line.trailing === '' ? '' : ' '}${text}`
    layout.full = true
  } else {
    const inBlock = layout.block > 0
    const deeper = role === undefined && next !== undefined ? continuation : 0
    startLine(
      layout,
      remark.span.start,
      (inBlock ? indentation : 0) + deeper,
      text,
      role !== undefined || !next,
    )
    layout.full = true
  }
  layout.end = remark.span.end
}
