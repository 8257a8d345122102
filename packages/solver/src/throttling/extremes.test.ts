import type { ThrottlingEntry } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve } from '../document/solve.ts'
import { sampleInstance, type SampleInstance } from '../document/testing/sample-instance.ts'

function throttlingOf(sample: SampleInstance): ThrottlingEntry | null {
  const result = solve(sampleInstance(sample))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.document.throttling
}

describe('throttling with a bounded escalation, over sizes that doubles hardly hold', () => {
  it('answers where the second model all but never succeeds', () => {
    const sample: SampleInstance = {
      p: ['5/8', '1e-12'],
      t: ['3.03e-8', '71.9'],
      c: [78900, '108.3'],
      V: '9.39e-4',
      P: '1.095',
      low: '1e-6',
      starts: [0],
      throttle: '2.35e-7',
      ties: 'weak',
    }
    expect(throttlingOf(sample)).toMatchObject({ pays: false, gain: 0, startsAt: null, endsAt: null })
  })

  it('answers where both all but never succeed', () => {
    const sample: SampleInstance = {
      p: ['1e-10', '1e-12'],
      t: ['0.797', '0.01006'],
      c: ['1.68e-19', '9.07e-7'],
      V: 2_010_000,
      P: 6_320_000,
      low: '1e-6',
      high: '1/2',
      ties: 'weak',
    }
    expect(throttlingOf(sample)).toMatchObject({ pays: false, gain: 0, startsAt: null, endsAt: null })
  })
})
