/** A half-open range `[start, end)` of UTF-16 offsets into the text of one file. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A text with the name by which people know it (the path as they typed it, or `<stdin>`). */
export interface SourceFile {
  readonly name: string
  readonly text: string
}
