import type { RankingEntry } from '@plumbline/game'

/** Best first, equals in one group. */
type Ranking = readonly (readonly string[])[]

/**
 * How far two rankings with ties are from each other: a pair that they order the opposite way counts 1, one that only one of
 * them orders counts 1/2 (Kendall's distance with a penalty for ties, Fagin, Kumar, Mahdian, Sivakumar and Vee, Comparing
 * Partial Rankings; for benchmarks of language models as in Karnysheva, Drescher and Klakow, arXiv 2504.15719).
 */
export function rankingEntry(user: string, provider: Ranking, own: Ranking): RankingEntry {
  const names = provider.flat()
  const place = (ranking: Ranking, name: string): number => ranking.findIndex((group) => group.includes(name))
  const opposed: (readonly [string, string])[] = []
  let distance = 0
  for (const [index, one] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      const [first, second] = [provider, own].map((each) => Math.sign(place(each, one) - place(each, other)))
      if (first === second) continue
      if (first === 0 || second === 0) {
        distance += 0.5
        continue
      }
      distance++
      opposed.push([one, other])
    }
  }
  return { user, distance, pairs: (names.length * (names.length - 1)) / 2, opposed }
}
