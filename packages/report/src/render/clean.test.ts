import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportModel } from '../reportModel.ts'
import type { ReportModel } from '../model.ts'
import { games, played } from '../testing/games.ts'
import type { Sample } from '../testing/instances.ts'
import { impatient, patient, rising } from '../testing/named-games.ts'
import { renderHtml } from './html/page.ts'
import { renderMarkdown } from './markdown.ts'
import { renderText } from './text/text.ts'
import { widthOf } from './text/width.ts'

const none = /NaN|undefined|Infinity|\bnull\b|\[object/

function modelOf(sample: Sample): ReportModel {
  return reportModel(...played(sample))
}

/** Games at the ends of what numbers can be. */
const extremes: readonly Sample[] = [
  { ...patient, penalty: '0' },
  { ...patient, penalty: '1000000000000' },
  { ...patient, penalty: '1/1000000000000' },
  { ...patient, value: '0' },
  { ...patient, models: patient.models.map((model) => ({ ...model, c: '0', t: '0' })) },
  { ...patient, models: patient.models.map((model) => ({ ...model, p: '1' })) },
  { ...patient, models: patient.models.map((model) => ({ ...model, p: '1/1000000000' })) },
  { ...rising, escalation: ['1/2', '1/2'] },
  { ...rising, penalty: '55/6' },
  { ...impatient, patience: '0' },
  { ...impatient, value: '100000000000000' },
]

describe('every report', () => {
  it('in text has no number that is none, and at most 80 columns', () => {
    fc.assert(
      fc.property(games, (sample) => {
        const model = modelOf(sample)
        for (const brief of [true, false]) {
          const text = renderText(model, { brief })
          expect(text).not.toMatch(none)
          expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
        }
        expect(renderMarkdown(model)).not.toMatch(none)
      }),
      { numRuns: 100, seed: 2 },
    )
  })

  it('as a page has no number that is none, in words or in pictures', () => {
    fc.assert(
      fc.property(games, (sample) => {
        expect(renderHtml(modelOf(sample))).not.toMatch(none)
      }),
      { numRuns: 25, seed: 3 },
    )
  })

  it.each(extremes.map((sample, index) => ({ sample, index })))(
    'has neither at the ends of what numbers can be ($index)',
    ({ sample }) => {
      const model = modelOf(sample)
      expect(renderText(model)).not.toMatch(none)
      expect(renderHtml(model)).not.toMatch(none)
    },
  )

  it('has the same sections in the same order, the verdict first', () => {
    fc.assert(
      fc.property(games, (sample) => {
        expect(modelOf(sample).sections.map(({ id }) => id)).toEqual([
          'verdict',
          'menu',
          'equilibrium',
          'misalignment',
          'throttling',
          'changes',
          'assumptions',
        ])
      }),
      { numRuns: 100, seed: 4 },
    )
  })

  it('is the same each time', () => {
    expect(renderHtml(modelOf(impatient))).toBe(renderHtml(modelOf(impatient)))
  })
})
