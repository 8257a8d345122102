import { columnAfter, columnOf, layOut, slice, type LaidOutLine } from './columns.ts'

/** What is shown of a line: all of it, or as much as fits around a place, with `…` where it was cut. */
export interface LineWindow {
  readonly text: string
  /** Columns in the printed text of what begins and ends at these offsets of the line; null outside the window. */
  span(start: number, end: number): { readonly from: number; readonly to: number } | null
}

// How much of a very long line is laid out around the place that matters, in UTF-16 units.
const before = 200
const after = 600

/**
 * Lays out a line and clips it to `width` screen columns around `[start, end)` (offsets into the line).
 *
 * Costs the same for a line of a hundred characters and for one of eight million.
 */
export function lineWindow(line: string, focus: { start: number; end: number }, width: number): LineWindow {
  const cutFrom = line.length <= before + after ? 0 : snap(line, Math.max(0, focus.start - before))
  const cutTo =
    line.length <= before + after ? line.length : snap(line, Math.min(line.length, focus.start + after))
  const laid = layOut(line.slice(cutFrom, cutTo))
  const whole = cutFrom === 0 && cutTo === line.length && laid.width <= width
  const from = whole ? 0 : firstColumn(laid, focus.start - cutFrom, width, cutFrom === 0)
  const to = whole ? laid.width : Math.min(laid.width, from + width)
  const lead = from > 0 || cutFrom > 0 ? '…' : ''
  const trail = to < laid.width || cutTo < line.length ? '…' : ''
  return {
    text: lead + slice(laid, from, to).trimEnd() + trail,
    span(start, end) {
      const first = columnOf(laid, start - cutFrom)
      const last = Math.max(columnAfter(laid, end - cutFrom), first + 1)
      if (
        start < cutFrom ||
        start > cutTo ||
        first >= Math.max(to, from + 1) + (trail === '' ? 1 : 0) ||
        last <= from
      )
        return null
      const shift = lead.length - from
      return { from: Math.max(first, from) + shift, to: Math.max(Math.min(last, to), first + 1) + shift }
    },
  }
}

/** Keeps some columns of what stands before the place, and shows the line's end rather than empty space. */
function firstColumn(laid: LaidOutLine, focus: number, width: number, atStart: boolean): number {
  const place = columnOf(laid, focus)
  if (atStart && place < (width * 2) / 3) return 0
  const from = Math.max(0, Math.min(place - Math.floor(width / 3), laid.width - width))
  return laid.cells.find((cell) => cell.column >= from)?.column ?? from
}

/** Never between the two halves of a surrogate pair. */
function snap(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}
