import type { Axis, GameInstance } from '@plumbline/game'
import { simulate } from '@plumbline/solver'
import { describe, expect, it } from 'vitest'
import { solveSweeps } from '../map/draw-sweeps.ts'
import type { ReportModel, Section } from '../model.ts'
import { reportModel } from '../reportModel.ts'
import { solved } from '../testing/games.ts'
import { instanceOf } from '../testing/instances.ts'
import { impatient } from '../testing/named-games.ts'

const number = (value: string) => ({ op: 'number', value }) as const
const moves = (target: string, from: string, to: string): Axis => ({
  path: target,
  target,
  values: { kind: 'linear', from: number(from), to: number(to), points: 101 },
  dimension: {},
  origin: null,
})
const value = moves('user.value', '20', '250')
const penalty = moves('provider.penalty', '0', '2/5')
const list: Axis = { ...value, values: { kind: 'list', items: [number('1')] } }
const sweep = (name: string, axes: readonly Axis[]) => ({ name, label: null, doc: null, origin: null, axes })
const instance: GameInstance = {
  ...instanceOf(impatient),
  sweeps: [sweep('plane', [value, penalty]), sweep('line', [penalty]), sweep('some', [list])],
}
let clock = 0
const limits = { cells: 7, samples: 20, time: Infinity, now: () => clock++ }

function sectionOf(model: ReportModel, id: string): Section | undefined {
  return model.sections.find((section) => section.id === id)
}

describe('sweeps of a file', () => {
  it('stand in the report as maps and lines, or with the reason why not', () => {
    const model = reportModel(instance, solved(instance), { sweeps: solveSweeps(instance, limits) })
    const blocks = sectionOf(model, 'maps')?.blocks ?? []
    expect(blocks.map(({ kind }) => kind)).toEqual(['figure', 'figure', 'paragraph'])
    expect(JSON.stringify(blocks[2])).toContain('takes the values of a list')
  })

  it('are given up where they take too long', () => {
    const found = solveSweeps(instance, { ...limits, time: 3 })
    expect(found.map(({ kind }) => kind)).toEqual(['none', 'none', 'none'])
  })

  it('are left out where nobody solved them', () => {
    expect(sectionOf(reportModel(instance, solved(instance)), 'maps')).toBeUndefined()
  })
})

describe('the check', () => {
  it('says that the game as it was played agrees, and is an alarm where it does not', () => {
    const played = simulate(instance, { tasks: 2000, seed: 1 })
    if (!played.ok) throw new Error('not played')
    const told = (simulation: typeof played.document) =>
      sectionOf(reportModel(instance, solved(instance), { simulation }), 'check')?.blocks[0]
    expect(JSON.stringify(told(played.document))).toContain('agrees with the solution')
    const [first, ...rest] = played.document.quantities
    if (first === undefined) throw new Error('nothing was compared')
    const off = { ...played.document, agrees: false, quantities: [{ ...first, agrees: false }, ...rest] }
    expect(told(off)).toMatchObject({ tone: 'alarm' })
  })
})
