import type { FrontierEntry, FrontierPiece, PlacedEntry } from '@plumbline/game'
import { listed } from '../formatting/label.ts'
import type { Figure, Table } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import { slows, type Reading } from '../reading/reading.ts'
import { ruleNames } from '../reading/rule-names.ts'
import { numbers, words } from '../sections/section.ts'
import type { Line, Point } from './drawing.ts'
import { escalationCurve, routePlane } from './route-plane.ts'

/** Places that differ by less than this, relative, are one. */
const same = 1e-9
/** Corners of the frontier that get a name of their own. */
const mostCorners = 6

/** A place in the picture, with all that lies there. */
interface Spot {
  readonly cost: number
  readonly utility: number
  readonly names: readonly string[]
  readonly role: Point['role']
}

/** The frontier of cost and utility, with the announced route, the one that users prefer, and simple rules placed on it. */
export function frontierFigure(reading: Reading): readonly Figure[] {
  const { frontier } = reading.document
  if (frontier === undefined) return []
  const { amounts } = reading
  const spots = spotsOf(reading, frontier)
  if (spots.length < 2) return []
  const keyed = spots.map((spot, index) => ({ ...spot, key: String.fromCharCode(65 + (index % 26)) }))
  const points = keyed.map(({ cost, utility, names, role, key }): Point => {
    return { x: cost, y: utility, label: `${key}. ${shortList(names)}`, role }
  })
  const lines = [...curveOf(reading), ...linesOf(frontier.pieces)]
  const description =
    'Each route by its cost to the provider and its worth to users: ' +
    keyed
      .map(({ key, names, cost, utility }) => {
        return `${key}, ${listed(names)}, costs ${amounts.cost(cost)} and is worth ${amounts.utility(utility)}`
      })
      .join('; ') +
    '.'
  const exact = frontier.method === 'exact'
  return [
    {
      kind: 'figure',
      id: 'frontier',
      title: 'What each route gives to whom',
      description,
      caption:
        'To the left is cheaper for the provider, upwards is better for users. ' +
        (exact
          ? 'The thick line and its corners are the frontier: no route lies above and to the left of it.'
          : 'Small circles are the frontier as far as it was searched for; there may be more between them.') +
        (curveOf(reading).length === 0 ? '' : ' The thin line runs through all escalations from 0 to 1.'),
      drawings: [routePlane(reading, { description, lines, points })],
      table: tableOf(reading, keyed),
    },
  ]
}

/** The first names; the table has all. */
function shortList(names: readonly string[]): string {
  const [shown, more] = names.length > 3 ? [names.slice(0, 2), names.length - 2] : [names, 0]
  return more === 0 ? listed(shown) : `${shown.join(', ')} and ${String(more)} more`
}

function spotsOf(reading: Reading, { pieces, placed }: FrontierEntry): readonly Spot[] {
  const spots: Spot[] = []
  const put = (cost: number, utility: number, name: string, role: Point['role']): void => {
    const at = spots.findIndex((spot) => near(spot.cost, cost) && near(spot.utility, utility))
    const known = spots[at]
    if (known === undefined) spots.push({ cost, utility, names: [name], role })
    else spots[at] = { ...known, names: [...known.names, name] }
  }
  const rank = ({ name }: PlacedEntry): number => (name === 'announced' ? 0 : name === 'preferred' ? 1 : 2)
  for (const entry of placed.toSorted((one, other) => rank(one) - rank(other))) {
    const [name, role] = nameOf(reading, entry)
    put(entry.cost, entry.utility, name, role)
  }
  const corners = pieces.flatMap(({ kind, from, to }) => (kind === 'point' ? [from] : [from, to]))
  const bare = corners.filter(
    ({ cost, utility }) => !spots.some((spot) => near(spot.cost, cost) && near(spot.utility, utility)),
  )
  if (bare.length <= mostCorners) {
    for (const { cost, utility, route } of bare) put(cost, utility, routeWords(reading, route), 'other')
  }
  return spots
}

function nameOf(reading: Reading, { name }: PlacedEntry): readonly [string, Point['role']] {
  if (name === 'announced') return [slows(reading) ? 'announced, with models slowed' : 'announced', 'chosen']
  if (name === 'preferred') return ['best for users', 'wanted']
  return [ruleNames.get(name) ?? name, 'other']
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= same * Math.max(Math.abs(one), Math.abs(other))
}

function linesOf(pieces: readonly FrontierPiece[]): readonly Line[] {
  return pieces
    .filter(({ kind }) => kind !== 'point')
    .map(({ from, to, through = [] }) => ({
      label: '',
      pieces: [[from, ...through, to].map(({ cost, utility }) => [cost, utility] as const)],
      role: 'strong',
      tint: 2,
    }))
}

/** All escalations of a cascade of two in front of one user. */
function curveOf(reading: Reading): readonly Line[] {
  if (reading.document.users.length > 1 || reading.document.concept === 'nash' || slows(reading)) return []
  return escalationCurve(reading)
}

function tableOf({ amounts }: Reading, spots: readonly (Spot & { readonly key: string })[]): Table {
  return {
    kind: 'table',
    id: 'frontier-places',
    caption: 'Places in the picture, per task',
    columns: [words('place'), words('what lies there'), numbers('costs'), numbers('worth to users')],
    rows: spots.map(({ key, names, cost, utility, role }) => ({
      marked: role === 'chosen',
      cells: [
        { text: key },
        { text: names.join(', ') },
        { text: amounts.cell.cost(cost), value: cost },
        { text: amounts.cell.utility(utility), value: utility },
      ],
    })),
  }
}
