import { costOverPenalty, type CostPicture, type EnvelopePiece } from '@plumbline/solver'
import type { Figure, Table } from '../model.ts'
import { replyWord, routeName } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { axisOver, type Drawing, type Line } from './drawing.ts'

interface NamedPiece extends EnvelopePiece {
  readonly name: string
  readonly tint: number
}

/** What each route costs over the churn penalty: the switch between routes, staying and leaving. */
export function penaltyFigure(reading: Reading): readonly Figure[] {
  const picture = costOverPenalty(reading.instance)
  if (picture === null || reading.document.concept === 'user-choice') return []
  const upTo = extentOf(picture)
  const pieces = namedPieces(reading, picture, upTo)
  if (pieces.length === 0) return []
  return [
    {
      kind: 'figure',
      id: 'cost-over-penalty',
      title: 'What each route costs, over the churn penalty',
      description: describe(reading, pieces),
      caption:
        'Each thin line is a route with the users’ answer to it; it rises where users leave. The thick line is what ' +
        'the provider pays when it picks the cheapest. It changes colour where the choice changes.' +
        (picture.lines.some((line) => onlyIfSlowed(reading, line))
          ? ' Dashed lines are what it could have by slowing models down on purpose.'
          : ''),
      drawings: [drawingOf(reading, picture, pieces, upTo)],
      table: tableOf(reading, pieces),
    },
  ]
}

/** Far enough for the penalty and for what turns near it; a turn far out would press the rest together. */
function extentOf({ flips, current, upTo }: CostPicture): number {
  const [nearest] = flips.toSorted((x, y) => Math.abs(x - current.penalty) - Math.abs(y - current.penalty))
  const scale = Math.max(current.penalty, nearest ?? 0)
  const last = Math.max(scale, ...flips.filter((flip) => flip <= 6 * scale))
  return last > 0 ? Math.min(last * 1.25, upTo) : upTo
}

function namedPieces(reading: Reading, picture: CostPicture, upTo: number): readonly NamedPiece[] {
  const ids = [...new Set(picture.envelope.map(({ id }) => id))]
  return picture.envelope
    .filter(({ from }) => from < upTo)
    .map((piece) => ({
      ...piece,
      to: Math.min(piece.to, upTo),
      points: cut(piece.points, upTo),
      name: pieceName(reading, piece),
      tint: ids.indexOf(piece.id),
    }))
}

function cut(points: EnvelopePiece['points'], upTo: number): EnvelopePiece['points'] {
  const inside = points.filter(([x]) => x <= upTo)
  const last = inside.at(-1)
  const next = points[inside.length]
  if (last === undefined || next === undefined || last[0] === upTo) return inside
  const share = (upTo - last[0]) / (next[0] - last[0])
  return [...inside, [upTo, last[1] + share * (next[1] - last[1])]]
}

function pieceName(reading: Reading, piece: EnvelopePiece): string {
  const flips = reading.document.flips?.penalty ?? []
  const side =
    flips.find(({ at, below }) => at === piece.to && below.id === piece.id)?.below ??
    flips.find(({ at, above }) => at === piece.from && above.id === piece.id)?.above ??
    reading.candidates.find(({ id }) => id === piece.id)
  if (side === undefined) return ''
  const key = reading.candidates.find(({ id }) => id === piece.id)?.key
  const name =
    piece.id === 'interior'
      ? `${reading.modelNamed(side.route.start)} first: leaves now and then`
      : routeName(reading, side)
  return key === undefined ? name : `${key}. ${name}`
}

function drawingOf(
  reading: Reading,
  { lines, flips, current }: CostPicture,
  pieces: readonly NamedPiece[],
  upTo: number,
): Drawing {
  const { amounts } = reading
  const best = pieces.flatMap(({ points }) => points.map(([, cost]) => cost))
  const starts = lines.filter((line) => !onlyIfSlowed(reading, line)).map(({ intercept }) => intercept)
  const near = starts.filter((cost) => cost <= Math.max(...best) * 1.6)
  const y = axisOver([0, ...best, ...near], {
    label: 'cost of a task to the provider',
    unit: amounts.unit.cost,
    form: 'number',
  })
  const thin = thinLines(reading, lines, pieces, upTo)
  return {
    id: 'cost-over-penalty',
    title: 'Cost of a task',
    description: describe(reading, pieces),
    x: { label: 'churn penalty', unit: amounts.unit.cost, from: 0, to: upTo, form: 'number' },
    y,
    lines: [
      ...thin,
      ...pieces.map((piece): Line => ({
        label: pieces.length === 1 ? piece.name : '',
        pieces: [piece.points],
        role: 'strong',
        tint: piece.tint,
      })),
    ],
    zones: pieces.map(({ from, to, name, tint }) => ({ from, to, label: name, tint })),
    rules: [
      ...flips
        .filter((at) => at > 0 && at < upTo)
        .map((at) => ({ at, label: amounts.cell.cost(at), role: 'turn' as const })),
      { at: current.penalty, label: `now ${amounts.cell.cost(current.penalty)}`, role: 'now' },
    ],
    points: [{ x: current.penalty, y: current.cost, label: amounts.cell.cost(current.cost), role: 'chosen' }],
  }
}

/** A line for each route, each once; the thick line stands for one that is cheapest everywhere. */
function thinLines(
  reading: Reading,
  lines: CostPicture['lines'],
  pieces: readonly NamedPiece[],
  upTo: number,
): readonly Line[] {
  return lines
    .filter((line, index) => {
      if (!onlyIfSlowed(reading, line) && pieces.length === 1 && pieces[0]?.id === line.id) return false
      return !lines
        .slice(0, index)
        .some((other) => other.intercept === line.intercept && other.slope === line.slope)
    })
    .map((line): Line => {
      const points = [0, upTo].map((penalty) => [penalty, line.intercept + line.slope * penalty] as const)
      if (onlyIfSlowed(reading, line)) {
        const label = `if slowed on purpose: ${reading.modelNamed(line.route.start)}, ${replyWord(line.abandonment)}`
        return { label, pieces: [points], role: 'level', tint: null }
      }
      const named = reading.candidates.find(({ id }) => id === line.id)
      const zone = pieces.find(({ id }) => id === line.id)
      const full = named === undefined ? '' : `${named.key}. ${routeName(reading, named)}`
      return {
        label: zone === undefined ? full : (named?.key ?? ''),
        pieces: [points],
        role: 'faint',
        tint: zone?.tint ?? null,
      }
    })
}

/** What the provider could have by slowing models down, which it does not do. */
function onlyIfSlowed({ ceiling }: Reading, { throttled }: CostPicture['lines'][number]): boolean {
  return throttled && ceiling === null
}

function describe({ amounts, penalty, document }: Reading, pieces: readonly NamedPiece[]): string {
  const zones = pieces.map(
    ({ from, to, name }) => `from ${amounts.cost(from)} to ${amounts.cost(to)}, ${name}`,
  )
  return (
    `The least cost of a task over the churn penalty. Cheapest: ${zones.join('; ')}. ` +
    `The penalty is now ${amounts.cost(penalty)}, the cost ${amounts.cost(document.provider.cost)}.`
  )
}

function tableOf({ amounts }: Reading, pieces: readonly NamedPiece[]): Table {
  return {
    kind: 'table',
    id: 'cost-over-penalty-numbers',
    caption: 'The cheapest route, by churn penalty',
    columns: [
      { title: 'cheapest route', align: 'left' },
      { title: 'from penalty', align: 'right' },
      { title: 'cost there', align: 'right' },
      { title: 'to penalty', align: 'right' },
      { title: 'cost there', align: 'right' },
    ],
    rows: pieces.map(({ from, to, name, points }) => {
      const [first, last] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0]
      return {
        cells: [
          { text: name },
          ...[from, first, to, last].map((value) => ({ text: amounts.cell.cost(value), value })),
        ],
      }
    }),
  }
}
