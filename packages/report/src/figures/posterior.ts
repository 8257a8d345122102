import type { UncertaintyEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import type { Figure } from '../model.ts'
import type { Reading } from '../reading/reading.ts'
import { kindWords, verdictWords } from '../reading/uncertain-words.ts'
import type { Bar, BarPicture } from './bars.ts'

const mostRoutes = 8
const mostVerdicts = 12
/** Standard errors to each side of an interval that holds the number 19 times out of 20. */
const wide = 1.96

/** How probably each kind of route is the optimum, and how probably each part of the answer is right. */
export function posteriorFigure(reading: Reading): readonly Figure[] {
  const { uncertainty } = reading.document
  if (uncertainty === undefined || uncertainty.routes.length === 0) return []
  const drawings = [routesPicture(reading, uncertainty), ...verdictsPicture(reading, uncertainty)]
  return [
    {
      kind: 'figure',
      id: 'posterior',
      title: 'How probable it is',
      description: drawings.map(({ description }) => description).join(' '),
      caption:
        'Given how sure we are of the numbers. What is told above stands out; a short line across the end of a bar is where the probability ' +
        'lies 19 times out of 20, since it was found by drawing numbers at random.',
      drawings,
      table: null,
    },
  ]
}

function routesPicture(reading: Reading, { routes }: UncertaintyEntry): BarPicture {
  const bars = routes.slice(0, mostRoutes).map((route) => {
    return barOf(kindWords(reading, route), route, { marked: route.told, tint: route.told ? 0 : 4 })
  })
  return pictureOf('posterior-routes', 'The provider’s best route is to', bars)
}

function verdictsPicture(reading: Reading, { verdicts }: UncertaintyEntry): readonly BarPicture[] {
  // What the file demands is no part of the answer; the table has it.
  const parts = verdicts.filter(({ of }) => of !== 'assert')
  const bars = parts.flatMap((verdict) => {
    const told = verdict.sides.find((side) => side.told)
    return told === undefined ? [] : [barOf(`${verdictWords(reading, verdict)}: ${told.is}`, told)]
  })
  return bars.length === 0
    ? []
    : [pictureOf('posterior-verdicts', 'What is told above is right', bars.slice(0, mostVerdicts))]
}

function barOf(
  label: string,
  { probability, error }: { readonly probability: number; readonly error: number },
  { marked, tint } = { marked: false, tint: 0 },
): Bar {
  const [low, high] = [probability - wide * error, probability + wide * error]
  return {
    label,
    text: percent(probability),
    parts: [
      {
        from: 0,
        to: probability,
        tint,
        label: `${percent(probability, 12)}, give or take ${percent(error)}`,
        open: false,
      },
    ],
    whisker: error === 0 ? null : [Math.max(0, low), Math.min(1, high)],
    marked,
  }
}

function pictureOf(id: string, title: string, bars: readonly Bar[]): BarPicture {
  return {
    kind: 'bars',
    id,
    title,
    description: `${title}: ${bars.map(({ label, text }) => `${label}, ${text}`).join('; ')}.`,
    x: { label: 'probability', unit: '', from: 0, to: 1, form: 'percent' },
    base: { at: 0, label: '' },
    keys: [],
    bars,
  }
}
