import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparisonModel } from '../model.ts'
import { renderHtml } from '../html.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { renderText } from '../render/text/text.ts'
import { games, played } from '../testing/games.ts'
import type { Sample } from '../testing/instances.ts'
import { comparison, type Compared } from './comparison.ts'

const runs = { numRuns: 120, seed: 20261127 }

function compared(before: Sample, after: Sample): Compared {
  const side = (sample: Sample) => {
    const [instance, document] = played(sample)
    return { instance, document }
  }
  return comparison(side(before), side(after), { before: 'a.game', after: 'b.game' })
}

function modelOf(before: Sample, after: Sample): ComparisonModel {
  const result = compared(before, after)
  if (!result.ok) throw new Error(result.reasons.join())
  return result.model
}

function verdictOf({ sections }: ComparisonModel): string {
  const [block] = sections[0]?.blocks ?? []
  if (block?.kind !== 'paragraph') throw new Error('no verdict')
  return block.sentences.map(({ text }) => text).join(' ')
}

const slow: Sample = {
  models: [
    { p: '0.5', t: '2', c: '0.1' },
    { p: '0.8', t: '9', c: '0.3' },
  ],
  value: '20',
  penalty: '1',
}

describe('a comparison', () => {
  it('of a game with itself finds that nothing changes', () => {
    fc.assert(
      fc.property(games, (sample) => {
        const text = verdictOf(modelOf(sample, sample))
        expect(text).toMatch(/^Nobody gains and nobody loses\. In both, /)
        expect(text).not.toMatch(/instead of|Before|But/)
      }),
      runs,
    )
  })

  it('says who gains as the two solutions have it, and the contrary the other way round', () => {
    const byPenalty = fc.tuple(games, fc.integer({ min: 0, max: 600 }))
    fc.assert(
      fc.property(byPenalty, ([sample, penalty]) => {
        const other = { ...sample, penalty: String(penalty / 100) }
        const model = modelOf(sample, other)
        const text = verdictOf(model)
        const cost = model.after.provider.cost - model.before.provider.cost
        const slack = [model.before, model.after].reduce(
          (sum, { certificate: c }) => sum + c.upper - c.lower,
          0,
        )
        const worth = (model.after.users[0]?.utility ?? 0) - (model.before.users[0]?.utility ?? 0)
        const [provider, user] = [Math.abs(cost) <= slack ? 0 : -Math.sign(cost), Math.sign(worth)]
        expect(text.startsWith('Both sides gain.')).toBe(provider > 0 && user > 0)
        expect(text.startsWith('Both sides lose.')).toBe(provider < 0 && user < 0)
        expect(/^The user gains, at the provider’s expense\./.test(text)).toBe(provider < 0 && user > 0)
        expect(/^The provider gains, at the expense of the user\./.test(text)).toBe(provider > 0 && user < 0)
        expect(/^The provider gains, and nothing changes for the user\./.test(text)).toBe(
          provider > 0 && user === 0,
        )
        expect(text.includes('the churn penalty is not the same')).toBe(
          sample.penalty !== other.penalty && Number(sample.penalty) !== penalty / 100,
        )
        const back = verdictOf(modelOf(other, sample))
        expect(back.startsWith('Both sides gain.')).toBe(text.startsWith('Both sides lose.'))
        expect(back.includes('widens')).toBe(text.includes('narrows'))
      }),
      runs,
    )
  })

  it('names the numbers that differ, and no others', () => {
    const dearer = { ...slow, models: [{ p: '0.5', t: '2', c: '0.12' }, ...slow.models.slice(1)] }
    const table = modelOf(slow, dearer).sections[0]?.blocks.find((block) => block.kind === 'table')
    expect(table).toMatchObject({
      id: 'differences',
      rows: [{ cells: [{ text: 'm1: cost' }, { value: 0.1 }, { value: 0.12 }] }],
    })
  })

  it('refuses games in different units, and says which', () => {
    const euros = { ...slow, units: { cost: 'EUR', time: 's', utility: 's' } }
    expect(compared({ ...euros, units: { ...euros.units, cost: 'USD' } }, euros)).toEqual({
      ok: false,
      reasons: ['costs are in USD in one game and in EUR in the other'],
    })
  })

  it('is written in every form', () => {
    const model = modelOf(slow, { ...slow, penalty: '0.01' })
    for (const written of [renderText(model), renderMarkdown(model), renderHtml(model)]) {
      expect(written).toContain('Numbers that differ between the two games')
      expect(written).not.toMatch(/NaN|undefined|\bnull\b/)
    }
  })
})
