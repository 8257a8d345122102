import { curvesOverEscalation } from '@plumbline/solver'
import type { Reading } from '../reading/reading.ts'
import { axisOver, type Drawing, type Line, type Point } from './drawing.ts'

/** Escalations at which the curve of a cascade is drawn. */
const samples = 120

/** Routes over what a task costs the provider, upwards by what it is worth to users. */
export function routePlane(
  { amounts }: Reading,
  {
    description,
    lines,
    points,
  }: { readonly description: string; readonly lines: readonly Line[]; readonly points: readonly Point[] },
): Drawing {
  const places = lines.flatMap(({ pieces }) => pieces.flat())
  return {
    id: 'frontier',
    title: 'Worth of a task to users',
    description,
    x: axisOver([...places.map(([x]) => x), ...points.map(({ x }) => x)], {
      label: 'cost of a task to the provider',
      unit: amounts.unit.cost,
      form: 'number',
    }),
    y: axisOver([...places.map(([, y]) => y), ...points.map(({ y }) => y)], {
      label: 'what a task is worth to users',
      unit: amounts.unit.utility,
      form: 'number',
    }),
    lines,
    zones: [],
    rules: [],
    points,
  }
}

/** All escalations of a cascade of two models from 0 to 1, as lines of that plane; none for another menu. */
export function escalationCurve({ instance }: Reading): readonly Line[] {
  const picture = curvesOverEscalation(instance, samples)
  if (picture === null) return []
  return picture.pieces.map(({ cost, utility }) => ({
    label: '',
    pieces: [cost.map((x, index) => [x, utility[index] ?? 0] as const)],
    role: 'faint',
    tint: null,
  }))
}
