import type { Paint } from './style.ts'

interface Dot {
  readonly sign: string
  readonly paint: Paint
}

/** One printed row under a line of source, filled sign by sign; later signs win. */
export interface MarkerRow {
  /** Repeats a one-column sign over `[from, to)`. */
  fill(from: number, to: number, sign: string, paint: Paint): void
  /** Ends the row with a text that begins at a column. */
  write(column: number, text: string, paint: Paint): void
  /** The painted row, without spaces at its end. */
  print(): string
}

/** An empty row of markers. */
export function markerRow(): MarkerRow {
  const dots: (Dot | undefined)[] = []
  let tail = ''
  return {
    fill(from, to, sign, paint) {
      for (let column = from; column < to; column++) dots[column] = { sign, paint }
    },
    write(column, text, paint) {
      while (dots.length < column) dots.push(undefined)
      tail = paint(text)
    },
    print() {
      let printed = ''
      for (let column = 0; column < dots.length;) {
        const dot = dots[column]
        let run = dot?.sign ?? ' '
        for (column++; column < dots.length && dots[column]?.paint === dot?.paint; column++)
          run += dots[column]?.sign ?? ' '
        printed += dot === undefined ? run : dot.paint(run)
      }
      return tail === '' ? printed.trimEnd() : printed + tail
    },
  }
}
