import { costOverPenalty, type CostCurve, type CostPicture } from '@plumbline/solver'
import type { Figure } from '../model.ts'
import type { Reading } from '../reading/reading.ts'
import { axisOver, type Rule, type Zone } from './drawing.ts'

/** How far the picture goes beyond what happens in it. */
const room = 1.25
const samples = 240

/** What the provider would gain by slowing models down, over the churn penalty. */
export function throttlingFigure(reading: Reading): readonly Figure[] {
  const { document, amounts, penalty, ceiling } = reading
  if (document.throttling === null || document.throttling.startsAt === null) return []
  const picture = costOverPenalty(reading.instance)
  if (picture === null || picture.throttling.length === 0) return []
  // The curve of an interior optimum is no line, and there slowness never pays.
  if (picture.lines.some(({ id }) => id === 'interior')) return []
  const turns = picture.throttling.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
  const upTo = Math.max(penalty, ...turns) * room || picture.upTo
  const points = placesOf(picture, turns, upTo).map((at) => [at, gainAt(picture.lines, at)] as const)
  const range = picture.throttling
    .map(({ from, to }) => {
      return to === null
        ? `from ${amounts.cost(from)} on`
        : `from ${amounts.cost(from)} to ${amounts.cost(to)}`
    })
    .join(', and ')
  const does = ceiling === null ? 'would save' : 'saves'
  const description =
    `What slowing models down ${does} the provider a task, over the churn penalty. It pays ${range}. ` +
    `The penalty is now ${amounts.cost(penalty)}, and the saving ${amounts.cost(document.throttling.gain)}.`
  return [
    {
      kind: 'figure',
      id: 'throttling-gain',
      title: 'What slowness would gain, over the churn penalty',
      description,
      caption: `A provider to whom lost tasks cost little may gain by driving users away. Here it pays ${range}.`,
      drawings: [
        {
          id: 'throttling-gain',
          title: `What slowness ${does} a task`,
          description,
          x: { label: 'churn penalty', unit: amounts.unit.cost, from: 0, to: upTo, form: 'number' },
          y: axisOver([0, ...points.map(([, gain]) => gain)], {
            label: 'saving of the provider',
            unit: amounts.unit.cost,
            form: 'number',
          }),
          lines: [{ label: '', pieces: [points], role: 'strong', tint: 3 }],
          zones: zonesOf(picture, upTo),
          rules: rulesOf(reading, turns, upTo),
          points: [
            {
              x: penalty,
              y: document.throttling.gain,
              label: amounts.cell.cost(document.throttling.gain),
              role: 'chosen',
            },
          ],
        },
      ],
      table: null,
    },
  ]
}

/** The least cost without slowing less the least with it; not below 0. */
function gainAt(lines: readonly CostCurve[], penalty: number): number {
  const least = (of: readonly CostCurve[]): number =>
    Math.min(...of.map(({ intercept, slope }) => intercept + slope * penalty))
  return Math.max(0, least(lines.filter(({ throttled }) => !throttled)) - least(lines))
}

/** Places along the axis, with every place at which the gain may have a corner. */
function placesOf({ lines }: CostPicture, turns: readonly number[], upTo: number): readonly number[] {
  const corners = lines.flatMap((one, index) =>
    lines.slice(index + 1).map((other) => (other.intercept - one.intercept) / (one.slope - other.slope)),
  )
  const even = Array.from({ length: samples + 1 }, (_, step) => (upTo * step) / samples)
  const inside = [...corners, ...turns].filter((at) => at > 0 && at < upTo)
  return [...new Set([...even, ...inside])].toSorted((one, other) => one - other)
}

function zonesOf({ throttling }: CostPicture, upTo: number): readonly Zone[] {
  const zones: Zone[] = []
  let last = 0
  for (const { from, to } of throttling) {
    if (from > last) zones.push({ from: last, to: from, label: 'does not pay', tint: 4 })
    last = Math.min(to ?? upTo, upTo)
    zones.push({ from, to: last, label: 'pays', tint: 3 })
  }
  if (last < upTo) zones.push({ from: last, to: upTo, label: 'does not pay', tint: 4 })
  return zones
}

function rulesOf({ amounts, penalty }: Reading, turns: readonly number[], upTo: number): readonly Rule[] {
  return [
    ...turns
      .filter((at) => at > 0 && at < upTo)
      .map((at) => ({ at, label: amounts.cell.cost(at), role: 'turn' as const })),
    { at: penalty, label: `now ${amounts.cell.cost(penalty)}`, role: 'now' },
  ]
}
