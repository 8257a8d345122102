import { curvesOverEscalation, type EscalationPicture } from '@plumbline/solver'
import { percent } from '../formatting/amounts.ts'
import type { Figure, Table } from '../model.ts'
import { replyWord } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { slows } from '../reading/reading.ts'
import { axisOver, type Axis, type Drawing, type Line, type Point, type Rule, type Zone } from './drawing.ts'

const samples = 160

const replies = {
  stay: { label: 'users stay', tint: 0 },
  leave: { label: 'users leave', tint: 1 },
  between: { label: 'users leave now and then', tint: 2 },
} as const

/** Both sides over the escalation of a two-model cascade, with the thresholds at which users' answer turns. */
export function escalationFigure(reading: Reading): readonly Figure[] {
  const { route, concept } = reading.document
  if (route === null || concept === 'nash' || slows(reading)) return []
  const picture = curvesOverEscalation(reading.instance, samples)
  if (picture === null || picture.pieces.length === 0 || picture.to <= picture.from) return []
  const [first, second] = picture.models.map(reading.modelNamed)
  return [
    {
      kind: 'figure',
      id: 'over-escalation',
      title: 'Both sides, over the escalation',
      description: describe(reading, picture),
      caption:
        `How likely a failure of ${first ?? ''} moves on to ${second ?? ''} decides whether users stay, and so what a ` +
        'task is worth to them and costs the provider. The provider goes where the lower picture is lowest.',
      drawings: [panel(reading, picture, 'utility'), panel(reading, picture, 'cost')],
      table: tableOf(reading, picture),
    },
  ]
}

function panel(reading: Reading, picture: EscalationPicture, of: 'utility' | 'cost'): Drawing {
  const { amounts, document } = reading
  const values = picture.pieces.flatMap((piece) => piece[of])
  const level = picture.second === null ? [] : [picture.second[of]]
  const [first = '', second = ''] = picture.models.map(reading.modelNamed)
  const whose = of === 'utility' ? 'what a task is worth to users' : 'cost of a task to the provider'
  const y = axisOver([...values, ...level, document.provider.cost].slice(0, of === 'cost' ? undefined : -1), {
    label: whose,
    unit: amounts.unit[of],
    form: 'number',
  })
  const drawn: readonly Line[] = picture.pieces.map((piece, index) => ({
    label: index === picture.pieces.length - 1 && picture.second !== null ? `start at ${first}` : '',
    pieces: [piece.escalation.map((s, place) => [s, piece[of][place] ?? 0] as const)],
    role: 'strong',
    tint: replies[piece.reply].tint,
  }))
  const levels: readonly Line[] = level.map((value) => ({
    label: `start at ${second}`,
    pieces: [
      [
        [picture.from, value],
        [picture.to, value],
      ],
    ],
    role: 'level',
    tint: null,
  }))
  return {
    id: `${of}-over-escalation`,
    title: of === 'utility' ? 'Worth of a task to users' : 'Cost of a task to the provider',
    description: describe(reading, picture),
    x: escalationAxis(picture, first, second),
    y,
    lines: [...levels, ...drawn],
    zones: of === 'utility' ? zonesOf(picture) : [],
    rules: rulesOf(picture, of === 'utility'),
    points: announced(reading, picture, of),
  }
}

function escalationAxis({ from, to }: EscalationPicture, first: string, second: string): Axis {
  return { label: `failures of ${first} that move on to ${second}`, unit: '', from, to, form: 'percent' }
}

function zonesOf({ pieces }: EscalationPicture): readonly Zone[] {
  const zones: Zone[] = []
  for (const { reply, escalation } of pieces) {
    const [from = 0, to = 0] = [escalation[0], escalation.at(-1)]
    const last = zones.at(-1)
    const { label, tint } = replies[reply]
    if (last?.label === label) zones[zones.length - 1] = { ...last, to }
    else zones.push({ from, to, label, tint })
  }
  return zones
}

function rulesOf({ thresholds }: EscalationPicture, named: boolean): readonly Rule[] {
  const turns = { s0: 'stay from', sL: 'stay up to', sH: 'leave from' } as const
  return thresholds.map(({ name, at }) => {
    return { at, label: named ? `${turns[name]} ${percent(at)}` : '', role: 'turn' }
  })
}

function announced(reading: Reading, picture: EscalationPicture, of: 'utility' | 'cost'): readonly Point[] {
  const { chosen, document, amounts } = reading
  const y = of === 'utility' ? document.users[0]?.utility : document.provider.cost
  if (chosen === null || y === undefined) return []
  const [first, second] = picture.models
  const text = `announced: ${of === 'utility' ? amounts.cell.utility(y) : amounts.cell.cost(y)}`
  if (chosen.route.start === first) {
    const { escalation } = chosen.route
    const x = escalation !== null && Object.hasOwn(escalation, first) ? escalation[first] : picture.from
    return [{ x: x ?? picture.from, y, label: text, role: 'chosen' }]
  }
  if (chosen.route.start !== second) return []
  return [{ x: (picture.from + picture.to) / 2, y, label: text, role: 'chosen' }]
}

function describe(reading: Reading, picture: EscalationPicture): string {
  const [first = '', second = ''] = picture.models.map(reading.modelNamed)
  const zones = zonesOf(picture).map(
    ({ from, to, label }) => `from ${percent(from)} to ${percent(to)} ${label}`,
  )
  const { amounts, document } = reading
  const announcedAt =
    reading.chosen === null
      ? ''
      : ` Announced: worth ${amounts.utility(document.users[0]?.utility ?? 0)} to users, cost ${amounts.cost(document.provider.cost)}.`
  return (
    `What a task is worth to users and what it costs the provider, over the share of failures of ${first} that move ` +
    `on to ${second}: ${zones.join(', ')}.${announcedAt}`
  )
}

function tableOf(reading: Reading, picture: EscalationPicture): Table {
  const { amounts } = reading
  const ends = picture.pieces.flatMap((piece) => {
    const at = (place: number) => ({
      escalation: piece.escalation.at(place) ?? 0,
      utility: piece.utility.at(place) ?? 0,
      cost: piece.cost.at(place) ?? 0,
      abandonment: settled(piece.abandonment.at(place) ?? 0),
    })
    return [at(0), at(-1)]
  })
  const rows = [...ends, ...picture.points]
    .toSorted((x, y) => x.escalation - y.escalation || x.abandonment - y.abandonment)
    .filter((row, index, all) => {
      const before = all[index - 1]
      return (
        before === undefined ||
        before.escalation !== row.escalation ||
        replyWord(before.abandonment) !== replyWord(row.abandonment)
      )
    })
  return {
    kind: 'table',
    id: 'over-escalation-numbers',
    caption:
      'Both sides at the ends and at the thresholds of the escalation; on either side of a jump, both values',
    columns: [
      { title: 'escalation', align: 'right' },
      { title: 'users', align: 'left' },
      { title: 'worth to users', align: 'right' },
      { title: 'cost', align: 'right' },
    ],
    rows: rows.map(({ escalation, utility, cost, abandonment }) => ({
      cells: [
        { text: percent(escalation), value: escalation },
        { text: replyWord(abandonment) },
        { text: amounts.cell.utility(utility), value: utility },
        { text: amounts.cell.cost(cost), value: cost },
      ],
    })),
  }
}

/** Curves are in doubles: what misses 0 or 1 by rounding alone is that. */
function settled(abandonment: number): number {
  const nearest = Math.round(abandonment)
  return Math.abs(abandonment - nearest) < 1e-9 ? nearest : abandonment
}
