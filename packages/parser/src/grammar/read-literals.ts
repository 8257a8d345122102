import type { NameNode, NumberNode, StringNode } from '../ast.ts'
import type { Span } from '../span.ts'

interface Piece {
  readonly text: string
  readonly span: Span
}

/** A number literal and the unit that it took. */
export function readNumber(literal: Piece, unit: Piece | null): NumberNode {
  const percent = literal.text.endsWith('%')
  const digits = percent ? literal.text.slice(0, -1) : literal.text
  return {
    kind: 'number',
    span: { start: literal.span.start, end: (unit ?? literal).span.end },
    value: digits.includes('_') ? digits.replaceAll('_', '') : digits,
    percent,
    unit: unit === null ? null : readName(unit),
  }
}

/** A name in its composed form; one of ASCII letters has no other. */
export function readName({ text, span }: Piece): NameNode {
  return { kind: 'name', span, text: ascii.test(text) ? text : text.normalize('NFC') }
}

const ascii = /^[ -~]*$/

const escape = /\\(?:u\{([0-9a-fA-F]{1,6})\}|([^]))/gu

/** A string literal with its escapes resolved; an escape that does not exist stands for itself. */
export function readText(piece: Piece): StringNode {
  const value = piece.text.slice(1, -1).replace(escape, (whole, code: string | undefined, mark: string) => {
    if (code !== undefined) return codePoint(Number.parseInt(code, 16)) ?? whole
    return mark === 'n' ? '\n' : mark === '"' || mark === '\\' ? mark : whole
  })
  return { kind: 'string', span: piece.span, value }
}

/** Where in a string literal's text the escapes stand that do not exist. */
export function badEscapes(piece: Piece): readonly Span[] {
  return [...piece.text.matchAll(escape)]
    .filter(([whole, code, mark]) =>
      code === undefined
        ? mark !== 'n' && mark !== '"' && mark !== '\\'
        : codePoint(Number.parseInt(code, 16)) === undefined || whole.length === 0,
    )
    .map((match) => {
      const start = piece.span.start + match.index
      return { start, end: start + match[0].length }
    })
}

function codePoint(code: number): string | undefined {
  const scalar = code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
  return scalar ? String.fromCodePoint(code) : undefined
}
