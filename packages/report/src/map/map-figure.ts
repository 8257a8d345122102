import { at, type GameInstance, type Axis } from '@plumbline/game'
import { shareOf, type MapAxis, type MapValue, type RegimeMap } from '@plumbline/solver'
import { amountsIn } from '../formatting/amounts.ts'
import { visible } from '../formatting/label.ts'
import { shownUnit } from '../formatting/shown-unit.ts'
import type { Figure, Table } from '../model.ts'
import { words } from '../sections/section.ts'
import type { MapPicture, MapScale } from './map-picture.ts'
import { regimeWords } from './regime-words.ts'

/** A share of the map that is a line and no region, such as a tie. */
const smallest = 1e-4

/** A regime map as a figure: the picture, its key, and what it says for who cannot see it. */
export function mapFigure(
  instance: GameInstance,
  map: RegimeMap,
  value: MapValue | null,
  { id, title }: { readonly id: string; readonly title: string },
): Figure {
  const [x, y] = [scaleOf(instance, map.x), scaleOf(instance, map.y)]
  const byRoom = map.regions
    .filter(({ pieces }) => areaOf(pieces) > smallest)
    .toSorted((one, other) => areaOf(other.pieces) - areaOf(one.pieces))
  let tints = 0
  const areas = byRoom.map(({ regime, ...region }, index) => ({
    ...region,
    key: String.fromCharCode(65 + (index % 26)),
    label: regimeWords(instance, regime),
    tint: regime === null ? null : tints++,
  }))
  const amounts = amountsIn(instance.units)
  const show = value === 'cost' ? amounts.cell.cost : amounts.cell.utility
  const shares = areas.map(
    ({ key, label, pieces }) => `${key}, ${label}, on ${percentOf(areaOf(pieces))} of it`,
  )
  const lines =
    value === null
      ? ''
      : ` Thin lines join points with the same ${value === 'gap' ? 'gap' : 'cost of a task'}.`
  const picture: MapPicture = {
    kind: 'map',
    id,
    title,
    description: `Over ${x.label} from ${ends(x)} and ${y.label} from ${ends(y)}: ${shares.join('; ')}.`,
    x,
    y,
    areas,
    edges: map.edges,
    contours: map.contours.map(({ level, segments }) => ({ label: show(level), segments })),
    now: nowOf(instance, map),
  }
  return {
    kind: 'figure',
    id,
    title,
    description: picture.description,
    caption: `Each colour is one kind of route and answer. At the lines between them the provider changes its mind.${lines}`,
    drawings: [picture],
    table: keyTable(
      picture,
      areas.map(({ pieces }) => areaOf(pieces)),
    ),
  }
}

function keyTable({ id, areas }: MapPicture, shares: readonly number[]): Table {
  return {
    kind: 'table',
    id: `${id}-key`,
    caption: 'Regions of the map',
    columns: [
      words('region'),
      words('route, and what users do'),
      { title: 'share of the map', align: 'right' },
    ],
    rows: areas.map(({ key, label }, index) => {
      const share = shares[index] ?? 0
      return { cells: [{ text: key }, { text: label }, { text: percentOf(share), value: share }] }
    }),
  }
}

function percentOf(share: number): string {
  return `${String(Number((100 * share).toPrecision(3)))}%`
}

function ends({ from, to, unit }: MapScale): string {
  const behind = unit === '' ? '' : ` ${unit}`
  return `${String(from)}${behind} to ${String(to)}${behind}`
}

function scaleOf(instance: GameInstance, { axis, from, to, logarithmic }: MapAxis): MapScale {
  const { unit, size } = shownUnit(axis.dimension, instance.units)
  const shown = (value: number): number => Number((value / size).toPrecision(12))
  return { label: axisLabel(instance, axis), unit, from: shown(from), to: shown(to), logarithmic }
}

/** The label of a param, else the path as it was written. */
export function axisLabel({ params }: GameInstance, { path, target }: Axis): string {
  const label = params.find(({ name }) => name === target)?.label ?? null
  return visible(label ?? path)
}

/** Where the game's own numbers are on the map. */
function nowOf(instance: GameInstance, { x, y }: RegimeMap): readonly [number, number] | null {
  const [u, v] = [x, y].map((axis) => {
    const number = ownNumber(instance, axis.axis)
    return number === null ? NaN : shareOf(axis, number)
  })
  const within = (share: number | undefined): share is number =>
    share !== undefined && share >= 0 && share <= 1
  return within(u) && within(v) ? [u, v] : null
}

/** The value of what an axis moves, in base units, where the file has it. */
export function ownNumber(instance: GameInstance, { target }: Axis): number | null {
  const evaluation = at(instance, new Map(), ({ arithmetic }, termValue) => {
    const outcome = termValue({ op: 'ref', name: target }, () => ({ ok: false, failure: 'no-real-value' }))
    return outcome.ok ? arithmetic.toNumber(outcome.value) : null
  })
  return evaluation.ok ? evaluation.value : null
}

/** The share of the map that pieces cover. */
function areaOf(pieces: readonly (readonly (readonly [number, number])[])[]): number {
  return pieces.reduce((sum, outline) => {
    const twice = outline.reduce((total, [x, y], index) => {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [0, 0]
      return total + x * nextY - nextX * y
    }, 0)
    return sum + Math.abs(twice) / 2
  }, 0)
}
