import { adaptive, exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { nearTie, verdict } from './testing/near-ties.ts'
import { stream } from './testing/random-games.ts'

// `npm run near-ties` does the same for a million games.

describe('games a hair from a tie', () => {
  it.each([
    ['adaptive', 1200],
    ['exact', 240],
  ] as const)('are told from ties, in %s numbers', (name, games) => {
    const next = stream(51)
    const seen = new Map<string, number>()
    for (let index = 0; index < games; index += 1) {
      const game = nearTie(next, index)
      const said = name === 'adaptive' ? verdict(adaptive, game) : verdict(exact, game)
      expect(said, `${game.family}: ${JSON.stringify(game.sample)}`).toBe(game.side)
      seen.set(`${game.family} ${game.side}`, (seen.get(`${game.family} ${game.side}`) ?? 0) + 1)
    }
    expect(seen.size).toBe(17)
    expect(Math.min(...seen.values())).toBeGreaterThan(5)
  })
})
