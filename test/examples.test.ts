import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '@plumbline/compiler'
import type { SolutionDocument, UserEntry } from '@plumbline/game'
import { solve } from '@plumbline/solver'
import { filesBelow, root } from './repository.ts'

// Every number below was computed apart from the solver: by rational arithmetic from the models' numbers, and by
// a search over first models, escalations and abandonment probabilities.

// The menus that other games import have a test of their own.
const examples = filesBelow('examples').filter((path) => /^examples\/[^/]*\.game$/.test(path))

/** Compiles and solves an example, params set as on the command line. */
function solved(name: string, set: Readonly<Record<string, string>> = {}): SolutionDocument {
  const path = `examples/${name}.game`
  const file = { name: path, text: readFileSync(join(root, path), 'utf8') }
  const settings = Object.entries(set).map(([param, value]) => ({ name: param, value }))
  const { instance, diagnostics } = compile(file, { set: settings })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (instance === null) throw new Error(`${path} does not compile`)
  const result = solve(instance)
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.problems)}`)
  expect(result.document.asserts.filter(({ holds }) => !holds)).toEqual([])
  return result.document
}

const atChurn = (name: string, churn: string): SolutionDocument => solved(name, { churn })

/** What the document says of the only user. */
function onlyUser(document: SolutionDocument): UserEntry {
  const [user, ...others] = document.users
  if (user === undefined || others.length > 0) throw new Error('one user was expected')
  return user
}

const near = (value: number): unknown => expect.closeTo(value, 9)
const penaltyFlips = (document: SolutionDocument): readonly number[] =>
  (document.flips?.penalty ?? []).map(({ at }) => at)

describe('every example', () => {
  it.each(examples)('%s compiles without a remark, solves, and keeps what it asserts', (path) => {
    const name = path.slice('examples/'.length, -'.game'.length)
    expect(compile({ name: path, text: readFileSync(join(root, path), 'utf8') }).diagnostics).toEqual([])
    expect(solved(name).asserts.length).toBeGreaterThan(3)
  })

  it('is tested below, or in unequal-tasks.test.ts', () => {
    expect(examples.map((path) => path.slice('examples/'.length))).toEqual([
      'airline-kinds.game',
      'assistant.game',
      'gpt-4.1-mini-to-gpt-4.1.game',
      'gpt-4.1-to-o3.game',
      'haiku-to-opus.game',
      'hasty-users.game',
      'hidden-route.game',
      'many-kinds-of-people.game',
      'regimes.game',
      'router-rollback.game',
      'second-try.game',
      'slow-queue-promise.game',
      'slow-queue.game',
      'sonnet-3.7-thinking.game',
      'try-twice.game',
      'unusual-orders.game',
    ])
  })
})

describe('assistant', () => {
  it('starts quick and escalates 5 failures in 31, which leaves the customer with nothing', () => {
    const document = solved('assistant')
    expect(document.route).toMatchObject({
      start: 'quick',
      escalation: { quick: near(5 / 31) },
      cascades: true,
    })
    expect(document.provider).toMatchObject({
      cost: near(37331 / 2848000),
      serving: near(37331 / 2848000),
      loss: 0,
      regret: near(3 / 128 - 37331 / 2848000),
    })
    expect(onlyUser(document)).toMatchObject({
      regime: '-+',
      abandonment: 0,
      success: 1,
      latency: near(46.25),
      utility: near(-1 / 72),
      best: { utility: near(13 / 180), route: { start: 'deep' } },
      gap: near(31 / 360),
    })
    expect(document.throttling).toMatchObject({ pays: false, gain: 0, harm: 0, startsAt: null, endsAt: null })
    expect(document.certificate.exact).toMatchObject({ cost: '37331/2848000' })
  })

  it('changes its answer at a churn penalty of 1.48 cents, and nowhere else', () => {
    expect(penaltyFlips(solved('assistant'))).toEqual([near(10519 / 712000)])
    const below = atChurn('assistant', '0.014 USD')
    expect(below.route).toMatchObject({ start: 'quick', cascades: false })
    expect(onlyUser(below).abandonment).toBe(1)
    expect(below.provider.cost).toEqual(near(0.00055 + 0.014 * 0.85))
  })
})

describe('gpt-4.1 to o3', () => {
  it('cascades at the escalation that a developer in a hurry just bears', () => {
    const document = solved('gpt-4.1-to-o3')
    expect(document.models).toMatchObject([
      { name: 'gpt41', netValue: { developer: near(155 / 18) }, costOfPass: near(8213 / 67500) },
      { name: 'o3', netValue: { developer: near(-148397 / 6444) }, costOfPass: near(53811 / 572800) },
    ])
    expect(document.route).toMatchObject({ start: 'gpt41', cascades: true })
    expect(document.route?.escalation).toEqual({ gpt41: near(0.09828147493220961) })
    expect(document.provider).toMatchObject({ cost: near(0.11384886970665), loss: 0 })
    expect(onlyUser(document)).toMatchObject({
      regime: '+-',
      abandonment: 0,
      utility: near(15.01272898108922),
      best: { utility: near(775 / 18), route: { start: 'gpt41' } },
      gap: near(28.04282657446633),
    })
    expect(document.throttling?.pays).toBe(false)
  })

  it('announces certain escalation at 5 cents of churn, to drive the developer out', () => {
    const document = atChurn('gpt-4.1-to-o3', '0.05 USD')
    expect(document.route).toMatchObject({ start: 'gpt41', escalation: { gpt41: 1 }, cascades: false })
    expect(document.route?.escalationSet).toMatchObject([{ from: near(1790 / 6577), to: 1 }])
    expect(onlyUser(document)).toMatchObject({ abandonment: 1, utility: near(155 / 18) })
    expect(document.provider.cost).toEqual(near(0.06433481481481482))
  })

  it('starts at o3 at 11 cents, and the developer leaves', () => {
    const document = atChurn('gpt-4.1-to-o3', '0.11 USD')
    expect(document.route).toMatchObject({ start: 'o3', cascades: false })
    expect(onlyUser(document).abandonment).toBe(1)
    expect(document.provider.cost).toEqual(near(0.10343479205462447))
  })

  it('flips at 6.74 and at 12.76 cents', () => {
    expect(penaltyFlips(solved('gpt-4.1-to-o3'))).toEqual([near(6803779 / 100956000), near(0.12761780053914)])
  })
})

describe('gpt-4.1-mini to gpt-4.1', () => {
  it('cascades at the least escalation that keeps the developer', () => {
    const document = solved('gpt-4.1-mini-to-gpt-4.1')
    expect(document.route).toMatchObject({
      start: 'mini',
      escalation: { mini: near(609 / 6134) },
      cascades: true,
    })
    expect(document.provider).toMatchObject({ cost: near(0.07736906042218208), loss: 0 })
    expect(onlyUser(document)).toMatchObject({
      regime: '-+',
      abandonment: 0,
      utility: near(-203 / 102),
      best: { utility: near(325 / 18), route: { start: 'gpt41' } },
    })
    expect(document.throttling).toMatchObject({ pays: false, startsAt: null, endsAt: null })
  })

  it('does so only where a lost task costs more than 8.18 cents', () => {
    expect(penaltyFlips(solved('gpt-4.1-mini-to-gpt-4.1'))).toEqual([near(4499681 / 55030000)])
    const below = atChurn('gpt-4.1-mini-to-gpt-4.1', '0.08 USD')
    expect(below.route).toMatchObject({ start: 'mini', cascades: false })
    expect(onlyUser(below).abandonment).toBe(1)
  })
})

describe('Sonnet 3.7 with and without thinking', () => {
  it('is a menu on which both sides agree, at every penalty', () => {
    const document = solved('sonnet-3.7-thinking')
    expect(document.route).toMatchObject({ start: 'plain', escalation: { plain: 0 }, cascades: false })
    expect(document.provider).toMatchObject({ cost: near(1594719 / 8690000), loss: 0, regret: 0 })
    expect(onlyUser(document)).toMatchObject({
      regime: '++',
      abandonment: 0,
      utility: near(234.0535097813579),
      gap: 0,
    })
    expect(document.misalignment).toEqual({ gap: 0, relative: 0 })
    expect(penaltyFlips(document)).toEqual([])
    expect(document.orders).toMatchObject({ conflict: false, paper: true })
  })

  it('tempts the provider to slow down only below its cost of a solution', () => {
    expect(solved('sonnet-3.7-thinking').throttling).toMatchObject({
      pays: false,
      startsAt: 0,
      endsAt: near(1594719 / 8690000),
    })
    const { throttling } = atChurn('sonnet-3.7-thinking', '0.10 USD')
    expect(throttling?.pays).toBe(true)
    // One try without thinking, then gone: c1 + a1 P in place of c1 / p1.
    expect(throttling?.gain).toEqual(near(1594719 / 8690000 - (17.7191 / 395 + (0.1 * 170) / 225)))
  })
})

describe('Haiku to Opus', () => {
  it('leaves the developer with 14 attempts and without 159 seconds', () => {
    const document = solved('haiku-to-opus')
    expect(document.route).toMatchObject({ start: 'haiku', escalation: { haiku: 0 }, cascades: false })
    expect(document.provider).toMatchObject({
      cost: near(545247 / 2777600),
      regret: near(164371 / 341600 - 545247 / 2777600),
    })
    expect(onlyUser(document)).toMatchObject({
      regime: '++',
      attempts: near(14.0625),
      utility: near(68.16316244239631),
      best: { utility: near(227.38217213114754), route: { start: 'opus' } },
      gap: near(159.21900968875123),
    })
    expect(document.misalignment.relative).toEqual(near(159.21900968875123 / 227.38217213114754))
    expect(document.orders).toMatchObject({ conflict: true, paper: true })
  })
})

describe('an upside-down menu', () => {
  it('is best answered by making the user leave now and then', () => {
    const document = solved('unusual-orders')
    const cheapest = 2.8752825424014756
    expect(document.route).toMatchObject({ start: 'expert', cascades: true })
    expect(document.route?.escalation?.['expert']).toBeCloseTo(0.21837568978, 6)
    expect(document.provider.cost).toBeCloseTo(cheapest, 9)
    expect(onlyUser(document).abandonment).toBeCloseTo(0.02748871997, 6)
    expect(document.orders).toMatchObject({ conflict: true, paper: false })
    expect(document.certificate.lower).toBeLessThanOrEqual(cheapest + 1e-9)
    expect(document.certificate.upper).toBeGreaterThanOrEqual(cheapest - 1e-9)
  })
})

describe('the rollback of a router', () => {
  it('keeps impatient users on the fast model, as they would have it', () => {
    const document = solved('router-rollback')
    expect(document.route).toMatchObject({ start: 'fast', escalation: { fast: 0 }, cascades: false })
    expect(document.provider).toMatchObject({ cost: near(1 / 700), loss: 0, regret: 0 })
    expect(onlyUser(document)).toMatchObject({
      regime: '+-',
      abandonment: 0,
      utility: near(180 / 7),
      gap: 0,
    })
    expect(penaltyFlips(document)).toEqual([near(1 / 700)])
  })

  it('starts a patient user with hard questions at the reasoning model', () => {
    const document = solved('router-rollback', { worth: '10 min', fast_success: '5%' })
    expect(document.route).toMatchObject({ start: 'reasoning', cascades: false })
    expect(document.provider.cost).toEqual(near(6 / 425))
    expect(onlyUser(document)).toMatchObject({ regime: '++', utility: near(9300 / 17), gap: 0 })
  })
})

describe('a hidden route', () => {
  it('loses the users whom an announced cascade would keep, 34/15 USD a task dearer', () => {
    const document = solved('hidden-route')
    expect(document.concept).toBe('nash')
    expect(document.equilibria).toMatchObject([
      { starts: { small: 1 }, abandonment: 1, cost: 10.6, escalationSet: [{ from: 0, to: near(1 / 6) }] },
    ])
    expect(document.announcing).toMatchObject({
      provider: near(34 / 15),
      users: 0,
      cost: near(25 / 3),
      route: { start: 'small', escalation: { small: near(1 / 6) } },
    })
  })
})

describe('a free tier with a queue', () => {
  // Q1 = .004 + .6 · .004 = .0064 in place of C1 = .004/.4 = .01; medium is worth nothing at .6 · .5/(40/3600) = 27 s.
  it('gains by a delay of its second model that nobody waits for', () => {
    const { throttling, provider, misalignment } = solved('slow-queue')
    expect(throttling).toMatchObject({ pays: true, startsAt: 0, latencies: { small: 3, large: 20 } })
    expect([throttling?.latencies?.['medium'], throttling?.endsAt]).toEqual([near(27), near(0.01)])
    expect([throttling?.gain, provider.cost, misalignment.gap]).toEqual([
      near(0.0036),
      near(0.0064),
      near(0.25),
    ])
    expect(throttling?.alone?.map(({ model, latency, enough }) => [model, latency, enough])).toEqual([
      ['small', near(18), true],
      ['medium', near(27), true],
    ])
  })

  it('gains nothing with a ceiling of fifteen seconds, whatever the churn', () => {
    expect(atChurn('slow-queue-promise', '0 USD').throttling).toMatchObject({ pays: false })
    const { throttling, provider } = solved('slow-queue-promise')
    expect([throttling?.latencies, throttling?.endsAt, provider.cost]).toEqual([null, null, near(0.01)])
  })
})
