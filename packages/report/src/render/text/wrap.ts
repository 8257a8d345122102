import { graphemes, widthOf } from './width.ts'

/**
 * Lines of at most `width` columns, broken at spaces; a word that is longer is broken where it must be. No-break
 * spaces hold their words together and come out as plain spaces.
 */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t\r\n]+/).flatMap((each) => broken(each, width))) {
    const next = line === '' ? word : `${line} ${word}`
    if (widthOf(next) <= width) {
      line = next
      continue
    }
    lines.push(line)
    line = word
  }
  return [...lines, line].map((each) => each.replace(/\u00a0/g, ' ').trimEnd())
}

function broken(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const each of graphemes(word)) {
    if (widthOf(part + each) > width && part !== '') {
      parts.push(part)
      part = ''
    }
    part += each
  }
  return [...parts, part]
}

/** The width of the longest word. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(/[ \t\r\n]+/).map(widthOf))
}
