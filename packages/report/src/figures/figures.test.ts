import { describe, expect, it } from 'vitest'
import { analyses, solve } from '@plumbline/solver'
import type { GameInstance } from '@plumbline/game'
import type { Figure } from '../model.ts'
import { read, type Reading } from '../reading/reading.ts'
import { drawFigure } from '../render/html/draw-figure.ts'
import { instanceOf } from '../testing/instances.ts'
import { impatient, patient } from '../testing/named-games.ts'
import { attemptsFigure } from './attempts.ts'
import type { BarPicture } from './bars.ts'
import { frontierFigure } from './frontier.ts'
import { gainsFigure } from './gains.ts'
import { throttlingFigure } from './throttling.ts'
import { tornadoFigure } from './tornado.ts'

const all = analyses.map(({ name }) => name).filter((name) => name !== 'uncertainty')

function readingOf(instance: GameInstance, names = all): Reading {
  const result = solve(instance, new Map(), { with: names })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return read(instance, result.document)
}

function bars(figures: readonly Figure[]): BarPicture {
  const drawing = figures[0]?.drawings[0]
  if (drawing === undefined || !('kind' in drawing) || drawing.kind !== 'bars') throw new Error('no bars')
  return drawing
}

const impatientReading = readingOf(instanceOf(impatient))

describe('the tornado', () => {
  const picture = bars(tornadoFigure(impatientReading))

  it('has the number that is nearest to a change on top', () => {
    const nearest = picture.bars.map(({ parts }) =>
      Math.min(...parts.filter(({ open }) => !open).map(({ to }) => Math.abs(to))),
    )
    expect(nearest).toEqual(nearest.toSorted((one, other) => one - other))
    expect(nearest.length).toBeGreaterThan(3)
  })

  it('ends each bar where the document says that the answer changes', () => {
    const ends = picture.bars.flatMap(({ label, parts }) =>
      parts.filter(({ open }) => !open).map(({ to }) => ({ label, to })),
    )
    for (const { label, to } of ends) {
      const input = impatientReading.document.flips?.inputs?.find(({ name }) => name === label)
      const moved = (input?.value ?? NaN) * (1 + to)
      expect(input?.flips.some(({ at }) => Math.abs(at - moved) <= 1e-9 * Math.abs(at))).toBe(true)
    }
  })
})

describe('the picture of attempts', () => {
  it('shows all of the tasks', () => {
    const parts = bars(attemptsFigure(impatientReading)).bars.flatMap((bar) => bar.parts)
    expect(parts.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(1, 9)
  })
})

describe('the picture of throttling', () => {
  it('passes through the gain of the document at the game’s own penalty, and ends where it ceases to pay', () => {
    for (const throttle of [undefined, '9']) {
      const reading = readingOf(instanceOf({ ...patient, ...(throttle === undefined ? {} : { throttle }) }))
      const { throttling } = reading.document
      expect(throttling?.pays).toBe(true)
      const drawing = throttlingFigure(reading)[0]?.drawings[0]
      if (drawing === undefined || 'kind' in drawing) throw new Error('no picture')
      const points = drawing.lines[0]?.pieces[0] ?? []
      const after = points.findIndex(([at]) => at >= reading.penalty)
      const [one, other] = [points[after - 1] ?? [0, 0], points[after] ?? [0, 0]]
      const share = (reading.penalty - one[0]) / (other[0] - one[0])
      expect(one[1] + share * (other[1] - one[1])).toBeCloseTo(throttling?.gain ?? NaN, 9)
      expect(points.findLast(([, gain]) => gain > 1e-9)?.[0]).toBeLessThanOrEqual(
        throttling?.endsAt ?? Infinity,
      )
    }
  })
})

describe('who gains and who loses', () => {
  const [user] = instanceOf(impatient).users
  if (user === undefined) throw new Error('no user')
  const number = (value: string) => ({ ...user.value, expression: { op: 'number', value } as const })
  const instance: GameInstance = {
    ...instanceOf(impatient),
    users: [
      { ...user, name: 'hasty', label: '<img src=x onerror=alert(1)>' },
      { ...user, name: 'calm', value: number('1000'), label: '=cmd()' },
    ],
  }
  const reading = readingOf(instance, ['alignment'])

  it('is not asked of one kind of user alone', () => {
    expect(gainsFigure(impatientReading)).toEqual([])
  })

  it('has a bar for each user, as long as the change, and labels are text', () => {
    const figures = gainsFigure(reading)
    const picture = bars(figures)
    const changes = reading.document.alignment?.users.map(({ change }) => change)
    expect(picture.bars.map(({ parts }) => parts[0]?.to)).toEqual(changes)
    const svg = figures
      .flatMap((figure) => [...drawFigure(figure, 'wide'), ...drawFigure(figure, 'narrow')])
      .join('')
    expect(svg).toContain('&lt;img')
    expect(svg).not.toContain('<img')
  })
})

describe('the picture of the frontier', () => {
  it('has the announced route, what users prefer and every rule of the document in it', () => {
    const figure = frontierFigure(impatientReading)[0]
    const drawing = figure?.drawings[0]
    if (drawing === undefined || 'kind' in drawing) throw new Error('no picture')
    const { frontier } = impatientReading.document
    for (const { cost, utility } of frontier?.placed ?? [])
      expect(
        drawing.points.some(({ x, y }) => Math.abs(x - cost) < 1e-9 && Math.abs(y - utility) < 1e-9),
      ).toBe(true)
    expect(drawing.points.map(({ role }) => role)).toEqual(expect.arrayContaining(['chosen', 'wanted']))
    expect(drawing.lines.some(({ role }) => role === 'strong')).toBe(true)
  })
})
