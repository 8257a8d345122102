/** A line to be: the name of a field and what follows are kept apart until a block's values are aligned. */
export interface Line {
  readonly indent: number
  /** A blank line stands before it. */
  readonly blank: boolean
  /** `latency:`, of a field. */
  key: string | null
  text: string
  /** Comments behind it. */
  trailing: string
  /** Lines of one block have the same number; 0 outside. */
  readonly block: number
}

/** The text of the lines, the values of every block in one column. */
export function printLines(lines: readonly Line[]): string {
  const widths = new Map<number, number>()
  for (const { key, block } of lines) {
    if (key !== null) widths.set(block, Math.max(widths.get(block) ?? 0, key.length))
  }
  const printed = lines.map(({ indent, blank, key, text, trailing, block }, index) => {
    const value = key === null ? text : `${key.padEnd(widths.get(block) ?? 0)} ${text}`
    const line = `${' '.repeat(indent)}${value}${trailing === '' ? '' : `  ${trailing}`}`.trimEnd()
    return `${blank && index > 0 ? '\n' : ''}${line}\n`
  })
  return printed.join('')
}
