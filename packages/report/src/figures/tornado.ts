import type { VerdictPart } from '@plumbline/game'
import { quantityText } from '../formatting/quantity.ts'
import { inputFlipsSeen, type SeenInputFlip } from '../reading/input-flips.ts'
import { changeWords } from '../reading/change-words.ts'
import type { Figure } from '../model.ts'
import { inputTitle } from '../reading/input-title.ts'
import type { Reading } from '../reading/reading.ts'
import type { Bar, BarPart } from './bars.ts'

/** Bars of a picture: the numbers that are nearest to a change. */
const mostBars = 12
/** Moves of a number beyond these shares of itself run out of the picture. */
const farthest = { up: 2, down: 1 } as const
const room = 1.06

/** What changes at the end of a bar, the first of these that does. */
const kinds: readonly {
  readonly parts: readonly VerdictPart[]
  readonly tint: number
  readonly label: string
}[] = [
  { parts: ['route', 'behaviour'], tint: 0, label: 'route or answer changes' },
  { parts: ['gap'], tint: 2, label: 'gap opens or closes' },
  { parts: ['throttling'], tint: 3, label: 'slowness starts or ceases to pay' },
]

interface Input {
  readonly seen: readonly SeenInputFlip[]
  readonly nearest: number
}

/** How far each number may move, alone, before the answer changes: the nearest to a change first. */
export function tornadoFigure(reading: Reading): readonly Figure[] {
  const inputs = inputsOf(reading)
  if (inputs.length === 0) return []
  const reach = (side: 'above' | 'below'): number =>
    Math.max(
      0,
      ...inputs.flatMap(({ seen }) =>
        seen.flatMap((each) => (each.side === side && each.relative !== null ? [each.relative] : [])),
      ),
    )
  const up = Math.max(0.01, Math.min(reach('above'), farthest.up)) * room
  const down = Math.max(0.01, Math.min(reach('below'), farthest.down)) * room
  const x = {
    label: 'change of the number, the others as they are',
    unit: '',
    from: -down,
    to: up,
    form: 'percent',
  } as const
  const bars = inputs.map((input) => barOf(reading, input, x))
  const used = new Set(bars.flatMap(({ parts }) => parts.flatMap(({ open, tint }) => (open ? [] : [tint]))))
  const description =
    'How far each number may move before the answer changes, nearest first: ' +
    bars.map(({ label, text }) => `${label}, ${text}`).join('; ') +
    '.'
  return [
    {
      kind: 'figure',
      id: 'tornado',
      title: 'How far each number may move',
      description,
      caption:
        'Each bar is the range in which a number may lie, all others as they are, with the answer unchanged; the shortest is the one to watch. ' +
        'A pale end has no change on that side, or none near.',
      drawings: [
        {
          kind: 'bars',
          id: 'tornado',
          title: 'The answer holds for',
          description,
          x,
          base: { at: 0, label: 'now' },
          keys: used.size > 1 ? kinds.filter(({ tint }) => used.has(tint)) : [],
          bars,
        },
      ],
      table: null,
    },
  ]
}

function inputsOf(reading: Reading): readonly Input[] {
  const groups = new Map<string, SeenInputFlip[]>()
  for (const each of inputFlipsSeen(reading) ?? []) {
    if (each.relative === null) continue
    groups.set(each.input.name, [...(groups.get(each.input.name) ?? []), each])
  }
  return [...groups.values()]
    .map((seen) => ({ seen, nearest: Math.min(...seen.map(({ relative }) => relative ?? Infinity)) }))
    .toSorted((one, other) => one.nearest - other.nearest)
    .slice(0, mostBars)
}

function barOf(
  reading: Reading,
  { seen }: Input,
  { from, to }: { readonly from: number; readonly to: number },
): Bar {
  const on = (side: SeenInputFlip['side']): SeenInputFlip | undefined =>
    seen.find((each) => each.side === side)
  const [below, here, above] = [on('below'), on('here'), on('above')]
  const written = ({ input, place }: SeenInputFlip): string =>
    quantityText(place, input.dimension, reading.instance.units)
  const part = (end: SeenInputFlip | undefined, side: 'above' | 'below', edge: number): BarPart => {
    const flip = end ?? here
    if (flip === undefined) {
      return { from: 0, to: edge, tint: 0, label: `no change ${side}`, open: true }
    }
    const place = (side === 'above' ? 1 : -1) * (flip.relative ?? 0)
    const beyond = side === 'above' ? place > edge : place < edge
    const where = flip.side === 'here' ? 'at' : flip.isRough ? `somewhere ${side}` : side
    const label = `${where} ${written(flip)}: ${changeWords(reading, flip)}`
    return { from: 0, to: beyond ? edge : place, tint: tintOf(flip), label, open: beyond }
  }
  return {
    label: inputTitle(seen[0]?.input.name ?? ''),
    text: rangeText(below, here, above, written),
    parts: [part(below, 'below', from), part(above, 'above', to)],
    whisker: null,
    marked: false,
  }
}

function rangeText(
  below: SeenInputFlip | undefined,
  here: SeenInputFlip | undefined,
  above: SeenInputFlip | undefined,
  written: (flip: SeenInputFlip) => string,
): string {
  if (here !== undefined) return `${written(here)} and no other`
  if (below !== undefined && above !== undefined) return `${written(below)} to ${written(above)}`
  if (above !== undefined) return `up to ${written(above)}`
  return below === undefined ? '' : `${written(below)} and more`
}

function tintOf({ flip }: SeenInputFlip): number {
  return kinds.find(({ parts }) => parts.some((each) => flip.changes.includes(each)))?.tint ?? 0
}
