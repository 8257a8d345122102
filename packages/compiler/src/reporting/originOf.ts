import type { Labelled, Origin } from '@plumbline/game'
import type { DeclarationNode, Span } from '@plumbline/parser'
import type { Declared } from '../names/declarations.ts'
import { sourceLines, type SourceLines } from '../render/source-lines.ts'
import type { Place } from './reporter.ts'

const known = new WeakMap<Place['file'], SourceLines>()

/** Where something was written, with its text on one line. */
export function originOf({ file, span }: Place): Origin {
  const lines = known.get(file) ?? sourceLines(file)
  known.set(file, lines)
  const { line, column } = lines.position(span.start)
  const written = file.text.slice(span.start, span.end)
  const text = /[^\S ]|  |^ | $/.test(written) ? written.replace(/\s+/g, ' ').trim() : written
  return { file: file.name, line, column, start: span.start, end: span.end, text }
}

/** The head of a declaration up to its label: what an origin of the whole shows. */
export function headOf({ keyword, name, label }: DeclarationNode): Span {
  return { start: keyword.span.start, end: (label ?? name ?? keyword).span.end }
}

/** What every declaration has: name, label, documentation and place. */
export function labelsOf({ name, node, file }: Declared): Labelled {
  const label = node.label?.value ?? null
  return { name, label, doc: node.doc, origin: originOf({ file, span: headOf(node) }) }
}
