import { describe, expect, it } from 'vitest'
import { trial } from '../scripts/brute-force/trial.ts'
import { generator } from '../scripts/fuzz/mutate.ts'

// A selection of what `npm run brute-force` compares: any menu, several users, kinds of task, success by attempt, outside
// options, limits, ties either way.
describe('a random game of any menu', () => {
  it.each([1_000_001, 1_000_007, 1_000_012, 1_000_013, 1_000_018, 1_000_025, 2_000_068, 2_000_074])(
    '%i is solved no worse than a search comes upon, with a bound that nothing passes',
    (seed) => {
      const { faults, text } = trial(generator(seed), { tolerance: 1e-3, nodes: 200, tries: 20 })
      expect(faults, text).toEqual([])
    },
  )
})
