import { describe, expect, it } from 'vitest'
import { num, sampleInstance, type SampleInstance } from '../document/testing/sample-instance.ts'
import { costOverPenalty, type CostPicture } from './cost-over-penalty.ts'
import { curvesOverEscalation, type EscalationPicture } from './curves-over-escalation.ts'

/** Only the second model is worth the wait; the user stays from an escalation of 1/6 on. */
const rising: SampleInstance = { p: ['1/5', '3/5'], c: [1, 8], t: ['3/5', '3/5'], V: 2, P: 20 }
/** Only the first is worth it. */
const falling: SampleInstance = { p: ['1/5', '2/5'], c: [2, 3], t: ['1/10', '3/5'], V: 1, P: 9 }

function penalties(sample: SampleInstance, churn?: string): CostPicture {
  const assignment = new Map(churn === undefined ? [] : [['churn', num(churn)]])
  const picture = costOverPenalty(sampleInstance(sample), assignment)
  if (picture === null) throw new Error('a game that is solved')
  return picture
}

function over(sample: SampleInstance, n = 20): EscalationPicture {
  const picture = curvesOverEscalation(sampleInstance(sample), n)
  if (picture === null) throw new Error('a cascade of two')
  return picture
}

const flip = 9.166666666666666
const least = 8.333333333333334

describe('cost over the churn penalty', () => {
  it('is a line for each candidate', () => {
    const { lines } = penalties(rising)
    expect(lines.map(({ id, intercept, slope }) => [id, intercept, slope])).toEqual([
      ['J1(s0)', expect.closeTo(25 / 3, 12), 0],
      ['C2', expect.closeTo(40 / 3, 12), 0],
      ['Q1', 1, 0.8],
    ])
  })

  it('has an envelope that changes candidate at the flips and reaches beyond all', () => {
    const { envelope, flips, upTo, current } = penalties(rising)
    expect(flips).toEqual([flip])
    expect(upTo).toBe(25)
    expect(envelope).toEqual([
      {
        id: 'Q1',
        from: 0,
        to: flip,
        points: [
          [0, 1],
          [flip, expect.closeTo(least, 12)],
        ],
      },
      {
        id: 'J1(s0)',
        from: flip,
        to: 25,
        points: [
          [flip, expect.closeTo(least, 12)],
          [25, least],
        ],
      },
    ])
    expect(current).toEqual({ penalty: 20, cost: least, id: 'J1(s0)' })
  })

  it('has the lines that throttling would add where it pays somewhere', () => {
    const both: SampleInstance = { p: ['1/2', '3/4'], c: [1, 3], t: ['1/2', '1/4'], V: 2, P: 5 }
    const { lines, throttling } = penalties(both)
    expect(throttling).toEqual([{ from: 0, to: 2 }])
    expect(lines.filter(({ throttled }) => throttled).map(({ id }) => id)).toEqual(['Q1', 'Q2'])
    expect(penalties(falling).lines.some(({ throttled }) => throttled)).toBe(false)
  })

  it('is drawn where the penalty is 0 too', () => {
    expect(penalties({ ...falling, c: [0, 0] }, '0').upTo).toBe(1)
  })

  it('follows the curve of a reply strictly between', () => {
    const sample: SampleInstance = {
      p: ['1/2', '1/50'],
      t: ['1/10', '23/1000'],
      c: [10, '1/50'],
      V: 1,
      P: 19,
    }
    const { envelope, current } = penalties(sample)
    expect(current.id).toBe('interior')
    const piece = envelope.find(({ id }) => id === 'interior')
    expect(piece?.points).toHaveLength(49)
    expect(envelope.every(({ points }) => points.every(([, cost]) => Number.isFinite(cost)))).toBe(true)
  })
})

describe('both sides over the escalation', () => {
  it('jump at s0, where no line is drawn across', () => {
    const { thresholds, pieces, points, second, models } = over(rising)
    expect(models).toEqual(['m1', 'm2'])
    expect(thresholds).toEqual([{ name: 's0', at: 1 / 6 }])
    expect(pieces.map(({ reply }) => reply)).toEqual(['leave', 'stay'])
    const [leaving, staying] = pieces
    expect(leaving?.escalation.at(-1)).toBe(1 / 6)
    expect(staying?.escalation[0]).toBe(1 / 6)
    expect(leaving?.cost.at(-1)).toBe(17)
    expect(staying?.cost[0]).toBeCloseTo(25 / 3, 12)
    expect(leaving?.utility.at(-1)).toBeCloseTo(staying?.utility[0] ?? NaN, 12)
    expect(points.filter(({ escalation }) => escalation === 1 / 6)).toHaveLength(2)
    expect(second).toEqual({ utility: 1, cost: 40 / 3, abandonment: 0 })
  })

  it('turn smoothly from staying to leaving between sL and sH', () => {
    const { thresholds, pieces } = over(falling, 60)
    expect(thresholds.map(({ name }) => name)).toEqual(['sL', 'sH'])
    expect(pieces.map(({ reply }) => reply)).toEqual(['stay', 'between', 'leave'])
    const middle = pieces[1]
    expect(middle?.abandonment[0]).toBeCloseTo(0, 9)
    expect(middle?.abandonment.at(-1)).toBeCloseTo(1, 9)
    expect([...(middle?.abandonment ?? [])]).toEqual([...(middle?.abandonment ?? [])].sort((x, y) => x - y))
    expect(pieces.every(({ utility }) => utility.every((u) => Number.isFinite(u)))).toBe(true)
  })

  it('are one piece where the reply never changes, and nothing where there is no cascade', () => {
    expect(over({ ...rising, V: 9 }).pieces.map(({ reply }) => reply)).toEqual(['stay'])
    expect(curvesOverEscalation(sampleInstance({ ...rising, form: 'static' }), 9)).toBeNull()
  })

  it('keep within the limits of the escalation, down to one point', () => {
    const { from, to, pieces, points } = over({ ...rising, low: '1/2', high: '1/2' })
    expect([from, to, pieces]).toEqual([0.5, 0.5, []])
    expect(points).toHaveLength(1)
  })
})
