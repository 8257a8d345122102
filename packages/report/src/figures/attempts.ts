import type { UserAttemptsEntry, UserEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { capitalised, listed, titleOf } from '../formatting/label.ts'
import type { Figure, Table } from '../model.ts'
import { words, numbers } from '../sections/section.ts'
import type { Reading } from '../reading/reading.ts'
import type { Bar, BarPicture } from './bars.ts'

/** Users beyond these have their numbers in the table only. */
const mostUsers = 4
const room = 1.08
const solvedTint = 0
const leftTint = 1
const moreTint = 4

interface Known {
  readonly entry: UserAttemptsEntry
  readonly user: UserEntry
}

/** How many attempts a task takes, and how it ends: by user. */
export function attemptsFigure(reading: Reading): readonly Figure[] {
  const { attempts, users } = reading.document
  if (attempts === undefined) return []
  const known = attempts.users.flatMap((entry) => {
    const user = users.find(({ name }) => name === entry.name)
    return user === undefined ? [] : [{ entry, user }]
  })
  const [first] = known
  if (first === undefined) return []
  const most = Math.max(...known.flatMap(({ entry }) => [...entry.exactly, entry.more, entry.none]))
  const drawings = grouped(known)
    .slice(0, mostUsers)
    .map((group, index) => pictureOf(reading, group, { index, most, alone: known.length === 1 }))
  return [
    {
      kind: 'figure',
      id: 'attempts',
      title: 'How many attempts a task takes',
      description: drawings.map(({ description }) => description).join(' '),
      caption:
        'How probably a task ends with its first attempt, its second, and so on, and whether it is solved by then or given up.',
      drawings,
      table: tableOf(known),
    },
  ]
}

/** Users whose tasks go alike share a picture. */
function grouped(known: readonly Known[]): readonly (readonly [Known, ...Known[]])[] {
  const groups = new Map<string, [Known, ...Known[]]>()
  for (const each of known) {
    const key = JSON.stringify({ ...each.entry, name: null, mean: each.user.attempts })
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return [...groups.values()]
}

function pictureOf(
  { userNamed }: Reading,
  group: readonly [Known, ...Known[]],
  { index, most, alone }: { readonly index: number; readonly most: number; readonly alone: boolean },
): BarPicture {
  const [{ entry, user }] = group
  const bars = barsOf(entry)
  const who = alone ? '' : ` of ${listed(group.map((each) => userNamed(each.user)))}`
  const mean = user.attempts === null ? 'without end on average' : `${decimal(user.attempts, 3)} on average`
  const title = `${capitalised(`attempts at a task${who}`)}: ${mean}`
  const uses = (tint: number): boolean =>
    bars.some(({ parts }) => parts.some((part) => part.tint === tint && part.to > part.from))
  const keys = [
    { tint: solvedTint, label: 'solved by it' },
    { tint: leftTint, label: 'given up after it' },
    { tint: moreTint, label: 'goes on' },
  ].filter(({ tint }) => uses(tint))
  return {
    kind: 'bars',
    id: `attempts-${String(index)}`,
    title,
    description: `${title}. ${bars.map(({ label, parts }) => `${label}: ${parts.map((part) => part.label).join(', ')}`).join('; ')}.`,
    x: { label: 'share of tasks', unit: '', from: 0, to: Math.min(1, most * room), form: 'percent' },
    base: { at: 0, label: '' },
    keys,
    bars,
  }
}

function barsOf({ none, exactly, solved, more }: UserAttemptsEntry): readonly Bar[] {
  const plain = { whisker: null, marked: false } as const
  const one = (label: string, share: number, tint: number, told: string): Bar => ({
    ...plain,
    label,
    text: percent(share),
    parts: [{ from: 0, to: share, tint, label: `${told} ${percent(share)}`, open: false }],
  })
  return [
    ...(none === 0 ? [] : [one('not begun', none, moreTint, 'not begun')]),
    ...exactly.map((share, index): Bar => {
      const won = Math.min(share, solved[index] ?? 0)
      const left = share - won > 1e-12 ? share - won : 0
      return {
        ...plain,
        label: index === 0 ? '1 attempt' : String(index + 1),
        text: percent(share),
        parts: [
          { from: 0, to: won, tint: solvedTint, label: `solved ${percent(won)}`, open: false },
          ...(left === 0
            ? []
            : [{ from: won, to: share, tint: leftTint, label: `given up ${percent(left)}`, open: false }]),
        ],
      }
    }),
    ...(more === 0 ? [] : [one(`${String(exactly.length + 1)} or more`, more, moreTint, 'goes on')]),
  ]
}

function tableOf(known: readonly Known[]): Table {
  const several = known.length > 1
  return {
    kind: 'table',
    id: 'attempts-numbers',
    caption: 'Tasks by the number of attempts that they take',
    columns: [
      ...(several ? [words('user')] : []),
      words('attempts'),
      numbers('share of tasks'),
      numbers('solved by it'),
      numbers('given up after it'),
    ],
    rows: known.flatMap(({ entry, user }) => {
      const start = several ? [{ text: titleOf(user) }] : []
      return [
        ...entry.exactly.map((share, index) => {
          const won = entry.solved[index] ?? 0
          return {
            cells: [
              ...start,
              { text: String(index + 1) },
              { text: percent(share), value: share },
              { text: percent(won), value: won },
              { text: percent(Math.max(0, share - won)), value: Math.max(0, share - won) },
            ],
          }
        }),
        ...(entry.more === 0
          ? []
          : [
              {
                cells: [
                  ...start,
                  { text: `${String(entry.exactly.length + 1)} or more` },
                  { text: percent(entry.more), value: entry.more },
                  { text: '' },
                  { text: '' },
                ],
              },
            ]),
      ]
    }),
  }
}
