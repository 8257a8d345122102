import type { GameInstance } from '@plumbline/game'
import type { RegimeLine } from '@plumbline/solver'
import { axisOver, type Drawing, type Line, type Zone } from '../figures/drawing.ts'
import { amountsIn } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { shownUnit } from '../formatting/shown-unit.ts'
import type { Figure, Table } from '../model.ts'
import { numbers, words } from '../sections/section.ts'
import { axisLabel, ownNumber } from './map-figure.ts'
import { regimeWords } from './regime-words.ts'

/** A sweep over one number as a figure: the provider's cost and the users' gap, over stretches of one regime each. */
export function lineFigure(
  instance: GameInstance,
  line: RegimeLine,
  { id, title }: { readonly id: string; readonly title: string },
): Figure {
  const { axis } = line.axis
  const { unit, size } = shownUnit(axis.dimension, instance.units)
  const label = axisLabel(instance, axis)
  const shown = (value: number): number => value / size
  const amounts = amountsIn(instance.units)
  const labels = line.stretches.map(({ regime }) => regimeWords(instance, regime))
  const kinds = [...new Set(labels)]
  const zones = line.stretches.map(({ from, to }, index): Zone => {
    const name = labels[index] ?? ''
    return { from: shown(from), to: shown(to), label: name, tint: kinds.indexOf(name) }
  })
  const own = ownNumber(instance, axis)
  const now = own !== null && own >= line.axis.from && own <= line.axis.to ? [shown(own)] : []
  const turns = zones.slice(1).map(({ from }) => from)
  const description =
    `Over ${label}: ` +
    zones
      .map(({ from, to, label: name }) => `from ${decimal(from)} to ${decimal(to)} ${unit}, ${name}`)
      .join('; ')
  const drawing = (of: 'cost' | 'gap', about: string, yUnit: string): Drawing => ({
    id: `${id}-${of}`,
    title: about,
    description,
    x: { label, unit, from: shown(line.axis.from), to: shown(line.axis.to), form: 'number' },
    y: axisOver(
      line.stretches.flatMap(({ points }) => points.map((point) => point[of])),
      { label: about, unit: yUnit, form: 'number' },
    ),
    lines: line.stretches.map(({ points }, index): Line => ({
      label: '',
      pieces: [points.map((point) => [shown(point.value), point[of]] as const)],
      role: 'strong',
      tint: zones[index]?.tint ?? null,
    })),
    zones: of === 'cost' ? zones : [],
    rules: [
      ...turns.map((at) => ({ at, label: of === 'cost' ? decimal(at) : '', role: 'turn' as const })),
      ...now.map((at) => ({ at, label: of === 'cost' ? `now ${decimal(at)}` : '', role: 'now' as const })),
    ],
    points: [],
  })
  return {
    kind: 'figure',
    id,
    title,
    description,
    caption: 'Each colour is one kind of route and answer; it changes where the provider changes its mind.',
    drawings: [
      drawing('cost', 'Cost of a task to the provider', amounts.unit.cost),
      drawing('gap', 'Gap to what users would choose', amounts.unit.utility),
    ],
    table: stretchTable(id, `${label}${unit === '' ? '' : ` (${unit})`}`, zones),
  }
}

function stretchTable(id: string, label: string, zones: readonly Zone[]): Table {
  return {
    kind: 'table',
    id: `${id}-stretches`,
    caption: `Stretches of ${label}`,
    columns: [numbers('from'), numbers('to'), words('route, and what users do')],
    rows: zones.map(({ from, to, label: name }) => ({
      cells: [{ text: decimal(from, 6), value: from }, { text: decimal(to, 6), value: to }, { text: name }],
    })),
  }
}
