const reserved = new Set(['import', 'from', 'of', 'in', 'and', 'or', 'not', 'assert', 'true', 'false'])

/** Whether a text is a name in the language: a letter or `_`, then letters, digits and `_`, and no reserved word. */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(text) && !reserved.has(text)
}
