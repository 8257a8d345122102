import { shortened } from '../../formatting/label.ts'
import { lineHeight, textWidth } from './frame.ts'

/** A rectangle in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Text whose box is known. */
export interface PlacedText extends Box {
  readonly lines: readonly string[]
}

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

/** Breaks a label into lines of at most so many pixels; null where a word or the number of lines is too much. */
export function fitted(text: string, width: number, most: number): readonly string[] | null {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (textWidth(word) > width) return null
    if (last !== undefined && textWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.length <= most ? lines : null
}

/** The label whole, or cut short until it fits. */
export function squeezed(text: string, width: number, most: number): readonly string[] {
  for (let length = [...text].length; length >= 1; length -= 1) {
    const lines = fitted(shortened(text, length), width, most)
    if (lines !== null) return lines
  }
  return []
}

/** The box of lines of text with its upper left corner there. */
export function boxOf(lines: readonly string[], x: number, y: number): PlacedText {
  return { lines, x, y, width: Math.max(0, ...lines.map(textWidth)), height: lines.length * lineHeight }
}

/**
 * Places a label at a point, where it covers no other and as little of the lines as may be: beside it, above, below,
 * then farther out. Null where there is no such place within the bounds.
 *
 * @param taken what must not be covered
 * @param ink points of lines, better not covered
 * @param stretch how much wider than plain text it is: bold text takes more
 */
export function placed(
  lines: readonly string[],
  at: { readonly x: number; readonly y: number },
  bounds: Box,
  taken: readonly Box[],
  ink: readonly { readonly x: number; readonly y: number }[],
  stretch = 1,
): { readonly box: PlacedText; readonly price: number } | null {
  const natural = boxOf(lines, 0, 0)
  const { width, height } = { ...natural, width: natural.width * stretch }
  let best: { readonly box: PlacedText; readonly price: number } | null = null
  for (const away of [9, 18, 30, 46, 64]) {
    const places = [
      [at.x + away, at.y - height / 2],
      [at.x - width / 2, at.y - away - height],
      [at.x + away / 2, at.y - away - height],
      [at.x - away / 2 - width, at.y - away - height],
      [at.x - width / 2, at.y + away],
      [at.x + away / 2, at.y + away],
      [at.x - away / 2 - width, at.y + away],
      [at.x - away - width, at.y - height / 2],
    ] as const
    for (const [x, y] of places) {
      const box = { lines, x, y, width, height }
      const inside =
        x >= bounds.x &&
        y >= bounds.y &&
        x + width <= bounds.x + bounds.width &&
        y + height <= bounds.y + bounds.height
      if (!inside || taken.some((other) => overlaps(box, other))) continue
      const covered = ink.filter(
        (dot) => dot.x > x - 2 && dot.x < x + width + 2 && dot.y > y && dot.y < y + height,
      ).length
      const price = covered + away / 6
      if (best === null || price < best.price) best = { box, price }
    }
  }
  return best
}

/** Moves boxes that stand one above another apart, as little as need be, within limits. */
export function spread(boxes: readonly PlacedText[], top: number, bottom: number): readonly PlacedText[] {
  const order = boxes.map((_, index) => index).toSorted((a, b) => (boxes[a]?.y ?? 0) - (boxes[b]?.y ?? 0))
  const ys = boxes.map(({ y }) => y)
  let free = top
  for (const index of order) {
    ys[index] = Math.max(ys[index] ?? 0, free)
    free = (ys[index] ?? 0) + (boxes[index]?.height ?? 0) + 3
  }
  let limit = bottom
  for (const index of order.toReversed()) {
    ys[index] = Math.min(ys[index] ?? 0, limit - (boxes[index]?.height ?? 0))
    limit = (ys[index] ?? 0) - 3
  }
  return boxes.map((box, index) => ({ ...box, y: ys[index] ?? box.y }))
}
