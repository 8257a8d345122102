const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const printableAscii = /^[ -~]*$/
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
const emoji = /\p{Emoji_Presentation}|\ufe0f/u

// East Asian wide and full-width characters: Hangul, kana, ideographs, full-width forms.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u

/** The characters of a text as people see them. */
export function graphemes(text: string): readonly string[] {
  return printableAscii.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** How many columns of a terminal a text takes: two for East Asian wide characters and emoji, none for marks. */
export function widthOf(text: string): number {
  if (printableAscii.test(text)) return text.length
  return graphemes(text).reduce((sum, each) => sum + widthOfOne(each), 0)
}

function widthOfOne(grapheme: string): number {
  if (zeroWidth.test(grapheme)) return 0
  return emoji.test(grapheme) || wide.test(grapheme) ? 2 : 1
}

/** The text with spaces up to a width, after it or before it. */
export function padded(text: string, width: number, align: 'left' | 'right'): string {
  const room = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'left' ? text + room : room + text
}
