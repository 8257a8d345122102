import type { AlignedUserEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { titleOf } from '../formatting/label.ts'
import type { Figure } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { axisOver } from './drawing.ts'
import type { Bar } from './bars.ts'

const gainTint = 0
const lossTint = 1
const room = 1.06

/** In front of several kinds of user: who would gain and who would lose by the one route that is best for them together. */
export function gainsFigure(reading: Reading): readonly Figure[] {
  const { document, amounts } = reading
  const { alignment, users, provider } = document
  const differ = users.length > 1 || users.some(({ types = 1 }) => types > 1)
  if (alignment === undefined || !differ) return []
  const bars = alignment.users.map((user) => barOf(reading, user))
  const ends = bars.flatMap(({ parts, whisker }) => [0, ...parts.map(({ to }) => to), ...(whisker ?? [])])
  if (ends.every((end) => end === 0)) return []
  const route = routeWords(reading, alignment.route)
  const dearer = alignment.cost - provider.cost
  const money =
    dearer > 0
      ? `It would cost the provider ${amounts.cost(dearer)} a task more.`
      : 'It would cost the provider no more.'
  const spread = users.some(({ types = 1 }) => types > 1)
    ? ' A line across a bar is where 90% of the people lie whom a user stands for.'
    : ''
  const description = `Announced ${route} instead: ${bars.map(({ label, text }) => `${label} ${text}`).join('; ')}.`
  const x = axisOver([...ends], {
    label: 'change of what a task is worth',
    unit: amounts.unit.utility,
    form: 'number',
  })
  return [
    {
      kind: 'figure',
      id: 'gains',
      title: 'Who would gain and who would lose by the route that is best for users together',
      description,
      caption: `That route is ${route}, for all users alike. ${money}${spread}`,
      drawings: [
        {
          kind: 'bars',
          id: 'gains',
          title: `Announced ${route} instead`,
          description,
          x: { ...x, from: Math.min(0, ...ends) * room, to: Math.max(0, ...ends) * room || 1 },
          base: { at: 0, label: 'as it is now' },
          keys: [
            { tint: gainTint, label: 'would gain' },
            { tint: lossTint, label: 'would lose' },
          ].filter(({ tint }) => bars.some(({ parts }) => parts.some((part) => part.tint === tint))),
          bars,
        },
      ],
      table: null,
    },
  ]
}

function barOf({ document, amounts }: Reading, aligned: AlignedUserEntry): Bar {
  const { name, change, gaining, losing, low, high } = aligned
  const user = document.users.find((each) => each.name === name)
  const several = (user?.types ?? 1) > 1
  const sign = change > 0 ? '+' : ''
  const who = several ? `, ${percent(gaining, 2)} gain, ${percent(losing, 2)} lose` : ''
  const text = change === 0 && !several ? 'the same' : `${sign}${amounts.cell.utility(change)}${who}`
  return {
    label: `${user === undefined ? name : titleOf(user)}${user === undefined ? '' : ` (${percent(user.weight)})`}`,
    text,
    parts: [{ from: 0, to: change, tint: change < 0 ? lossTint : gainTint, label: text, open: false }],
    whisker: several && low < high ? [low, high] : null,
    marked: false,
  }
}
