import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GameInstance, SolutionDocument } from '@plumbline/game'
import { solve } from '@plumbline/solver'
import { reportModel } from '../reportModel.ts'
import { cascades, games, played } from '../testing/games.ts'
import { verdict } from './verdict.ts'

const runs = { numRuns: 250, seed: 20261124 }

/** The number in front of a unit, as a verdict writes it. */
const numberIn = (text: string): number => Number(text.replace(/,/g, '').replace('−', '-'))
const close = (shown: number, true_: number): boolean =>
  Math.abs(shown - true_) <= 6e-4 * Math.max(Math.abs(true_), 1e-300)

function at(instance: GameInstance, penalty: number): SolutionDocument {
  const provider = {
    ...instance.provider,
    penalty: { ...instance.provider.penalty, expression: exactly(penalty) },
  }
  const result = solve({ ...instance, provider })
  if (!result.ok) throw new Error(`not solved at ${penalty}: ${JSON.stringify(result.problems)}`)
  return result.document
}

/** A double as the fraction that it is. */
function exactly(value: number): { readonly op: 'number'; readonly value: string } {
  let below = 1n
  let above = value
  while (!Number.isInteger(above)) {
    above *= 2
    below *= 2n
  }
  return { op: 'number', value: `${BigInt(above)}/${below}` }
}

describe('each sentence of a verdict is true of the solution', () => {
  it('what the provider does, what users do, what it costs and who loses', () => {
    fc.assert(
      fc.property(games, (sample) => {
        const [instance, document] = played(sample)
        const text = verdict(instance, document).replace(/\u00a0/g, ' ')
        const [user] = document.users
        if (user === undefined) throw new Error('one user')
        const route = document.route ?? user.route
        expect(text).toContain(
          document.route === null ? `picks ${route?.start}.` : `starts every task at ${route?.start}`,
        )
        const fails = !(user.success === 1 && user.attempts === 1)
        expect(text.includes('The first attempt always solves')).toBe(!fails)
        expect(text.includes('keeps retrying until the task is solved')).toBe(fails && user.abandonment === 0)
        expect(/The user leaves after the first failed attempt/.test(text)).toBe(
          fails && user.abandonment === 1,
        )
        const escalation = document.route?.escalation?.['m1'] ?? 0
        expect(/ pass(es)? .* on to m2\. /.test(`${text.split(' The user ')[0] ?? ''} `)).toBe(
          document.route?.start === 'm1' &&
            escalation > 0 &&
            (user.abandonment ?? 0) < 1 &&
            document.models.length === 2,
        )
        expect(text.includes('announces that')).toBe(
          document.route?.start === 'm1' && escalation > 0 && user.abandonment === 1,
        )
        const cost = /That costs the provider (\d\S*) /.exec(text)?.[1]
        expect(
          cost === undefined ? document.provider.cost <= 0 : close(numberIn(cost), document.provider.cost),
        ).toBe(true)
        expect(text.includes('Both sides want the same')).toBe(user.gap === 0 && document.route !== null)
        const gap = /worth (\S+) (?:s|min|units? of utility) more to them/.exec(text)?.[1]
        if (document.route !== null && user.gap > 0) expect(close(numberIn(gap ?? ''), user.gap)).toBe(true)
        else expect(gap).toBe(undefined)
        const all = document.models.length > 1 ? [...document.models] : []
        const values = all.map(({ netValue }) => netValue['user'] ?? 0)
        if (text.includes('Every model on the menu')) expect(values.every((value) => value > 0)).toBe(true)
        if (text.includes('No model on the menu')) expect(values.every((value) => value < 0)).toBe(true)
        if (text.includes('is meant to make them leave'))
          expect([values[0] ?? 0, -(values[1] ?? 0)].every((v) => v > 0)).toBe(true)
        expect(text.includes('more than it is worth to them')).toBe(user.utility < 0)
        expect(text.includes('It is a tie: ')).toBe(
          document.route !== null && (document.candidates ?? []).some(({ ties, chosen }) => ties && !chosen),
        )
      }),
      runs,
    )
  })

  it('the penalty that would change the choice, and what comes then: solved again on the far side', () => {
    fc.assert(
      fc.property(cascades, (sample) => {
        const [instance, document] = played({ ...sample, ties: 'strong' })
        const text = verdict(instance, document).replace(/\u00a0/g, ' ')
        const penalty = Number(sample.penalty)
        if (text.includes('No churn penalty, however')) {
          const { route, users } = document
          for (const other of [0.01, 0.37, 4.3, 51, 1000].map((share) =>
            at(instance, penalty * share + share / 97),
          )) {
            expect(other.route?.start).toBe(route?.start)
            expect(other.users[0]?.abandonment).toBe(users[0]?.abandonment)
          }
          return
        }
        const found =
          /churn penalty: (above|below) (\S+) .*?the provider would start every task at (m[12])(.*?), and the user would (?:still )?(keep|leave after the first|leave after)/.exec(
            text,
          )
        if (found === null) {
          expect(text).toMatch(
            /very point at which the choice changes|With any churn penalty above 0|Only with no churn/,
          )
          return
        }
        const [, side, number = '', start, , reply] = found
        const flip = document.flips?.penalty?.toSorted(
          (x, y) => Math.abs(x.at - penalty) - Math.abs(y.at - penalty),
        )[0]
        expect(close(numberIn(number), flip?.at ?? -1)).toBe(true)
        expect(side).toBe((flip?.at ?? 0) > penalty ? 'above' : 'below')
        const edge = flip?.at ?? 0
        const others = (document.flips?.penalty ?? []).map((each) => each.at).filter((each) => each !== edge)
        const room = Math.min(...others.map((each) => Math.abs(each - edge)), edge === 0 ? 1 : edge)
        const beyond = at(instance, side === 'above' ? edge + room * 1e-3 : edge - room * 1e-3)
        const here = at(instance, side === 'above' ? edge - room * 1e-3 : edge + room * 1e-3)
        expect(beyond.route?.start).toBe(start)
        const abandonment = beyond.users[0]?.abandonment ?? -1
        expect(reply).toBe(
          abandonment === 0 ? 'keep' : abandonment === 1 ? 'leave after the first' : 'leave after',
        )
        expect(here.route?.start).toBe(document.route?.start)
      }),
      runs,
    )
  })

  it('rests on entries that the document has', () => {
    fc.assert(
      fc.property(games, (sample) => {
        const [instance, document] = played(sample)
        for (const { blocks } of reportModel(instance, document).sections) {
          for (const block of blocks) {
            if (block.kind !== 'paragraph' && block.kind !== 'finding') continue
            for (const { rests } of block.sentences)
              for (const path of rests) expect(lookUp(document, path)).toBe(true)
          }
        }
      }),
      { ...runs, numRuns: 100 },
    )
  })
})

function lookUp(document: SolutionDocument, path: string): boolean {
  let value: unknown = document
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return true
}
