import { defineFix, putIn } from './define-fix.ts'

interface Unclosed {
  readonly at: number
  /** The closing sign, with the blanks before it. */
  readonly text: string
  readonly what?: 'it' | 'the text'
}

/** Closes a block, comment, bracket or text. Never safe: where it was to end is its author's to know. */
export const closeIt = defineFix<Unclosed>({
  name: 'close-it',
  title: ({ text, what = 'it' }) => `close ${what}${pairs.has(text) ? '' : ` with '${text.trim()}'`}`,
  safe: false,
  edits: ({ at, text }) => [putIn(at, text)],
})

/** Signs that their partner gives away, so that the title need not name them. */
const pairs = new Set([')', ']', '"'])
