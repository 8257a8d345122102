/** Numbers in [0, 1) from a seed (mulberry32). */
export function generator(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One of a list, by a random number. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/**
 * A text with one change: a word dropped, doubled, exchanged or added, a line moved, the end of another text put on,
 * or the rest cut off.
 */
export function mutate(
  text: string,
  random: () => number,
  texts: readonly string[],
  scraps: readonly string[],
): string {
  const below = (n: number): number => Math.floor(random() * n)
  const words = text.match(/\w+|\s+|[^\w\s]/gu) ?? []
  const at = below(words.length)
  switch (below(9)) {
    case 0:
      return [...words.slice(0, at), ...words.slice(at + 1)].join('')
    case 1:
      return [...words.slice(0, at), words[at] ?? '', ...words.slice(at)].join('')
    case 2:
      return words.length === 0
        ? text
        : [...words.slice(0, at), pick(random, words), ...words.slice(at + 1)].join('')
    case 3:
      return [...words.slice(0, at), pick(random, scraps), ...words.slice(at)].join('')
    case 4:
      return [...words.slice(0, at), pick(random, scraps), ...words.slice(at + 1)].join('')
    case 5:
      return text.slice(0, below(text.length)) + pick(random, texts).slice(below(200))
    case 6:
      return text.slice(0, below(text.length))
    case 7:
      return text.replaceAll(pick(random, words.length === 0 ? [''] : words), pick(random, scraps))
    default: {
      const lines = text.split('\n')
      const from = below(lines.length)
      return [...lines.slice(0, from), pick(random, lines), ...lines.slice(from)].join('\n')
    }
  }
}
