import { describe, expect, it } from 'vitest'
import { numberExpression, type Axis } from '@plumbline/game'
import { sampleInstance } from '../document/testing/sample-instance.ts'
import { solve } from '../document/solve.ts'
import { valueAt } from './map-axis.ts'
import { regimeMap } from './regime-map.ts'

const instance = sampleInstance({
  p: ['0.2', '0.409'],
  t: ['11.39', '63.92'],
  c: ['0.0243', '0.0384'],
  V: '100',
  P: '0.2',
  units: { cost: 'USD', time: 's', utility: 's' },
})

function linear(target: string, from: string, to: string): Axis {
  return {
    path: target,
    target,
    values: { kind: 'linear', from: numberExpression(from), to: numberExpression(to), points: 2 },
    dimension: {},
    origin: null,
  }
}

const user = instance.users[0]?.name ?? ''
const provider = instance.provider.name

describe('a regime map of two models', () => {
  const axes = [linear(`${user}.value`, '20', '250'), linear(`${provider}.penalty`, '0', '0.3')] as const
  const result = regimeMap(instance, axes, { value: 'gap', cells: 12 })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { map } = result

  it('has a region for each kind of answer, and names none twice', () => {
    const keys = map.regions.map(({ regime }) => JSON.stringify(regime))
    expect(new Set(keys).size).toBe(keys.length)
    expect(map.regions.map(({ regime }) => regime?.users[0]?.answer)).toEqual(
      expect.arrayContaining(['stays', 'leaves']),
    )
  })

  it('has its edges where the solver’s answer changes, within a millionth of the axes', () => {
    const answer = (u: number, v: number): string => {
      const assignment = new Map([
        [`${user}.value`, numberExpression(String(valueAt(map.x, u)))],
        [`${provider}.penalty`, numberExpression(String(valueAt(map.y, v)))],
      ])
      const solved = solve(instance, assignment)
      if (!solved.ok) throw new Error('not solved')
      const { route, users } = solved.document
      const escalation = Object.values(route?.escalation ?? {}).map((s) =>
        s === 0 ? 0 : s === 1 ? 1 : 'between',
      )
      const abandonment = users[0]?.abandonment ?? 0
      return JSON.stringify([route?.start, abandonment === 1 ? [] : escalation, abandonment])
    }
    const corners = map.edges.flat().filter((_, index) => index % 9 === 0)
    expect(corners.length).toBeGreaterThan(10)
    for (const [u, v] of corners) {
      const around = [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ].map(([right = 0, up = 0]) => {
        const within = (share: number): number => Math.min(1, Math.max(0, share))
        return answer(within(u + right * 1e-6), within(v + up * 1e-6))
      })
      expect(new Set(around).size).toBeGreaterThan(1)
    }
  })

  it('has the same edges over logarithms as the numbers have', () => {
    const [value, penalty] = axes
    const logarithmic: Axis = { ...value, values: { ...value.values, kind: 'geometric' } as Axis['values'] }
    const other = regimeMap(instance, [logarithmic, penalty], { value: null, cells: 8 })
    if (!other.ok) throw new Error('no map')
    expect(valueAt(other.map.x, 0.5)).toBeCloseTo(Math.sqrt(20 * 250), 9)
    expect(other.map.contours).toEqual([])
  })
})
