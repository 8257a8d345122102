import { compile } from '@plumbline/compiler'
import { verdict } from '@plumbline/report'
import { solve } from '@plumbline/solver'
import { describe, expect, it } from 'vitest'

const mixed = `
model a { success: 20%, latency: 0.8, cost: 0.95 }
model b { success: 50%, latency: 0.85, cost: 1 }
model c { success: 20%, latency: 0.15, cost: 0.5 }
menu tiers = cascade(a, b, c)
user one { value: 0.65, patience: 1, weight: 1 }
user other { value: 1.45, patience: 1, weight: 1 }
provider desk { offers: tiers, penalty: 0.95, routing: hidden }
`
const counting = `
task easy { weight: 50% }
task hard { weight: 50% }
model a { success.easy: 35%; success.hard: 54%; latency: 1.38; cost: 0.07 }
model b { success.easy: 80%; success.hard: 44%; latency: 1.25; cost: 0.31 }
menu m = cascade(a, b)
user u1 { value: 1.69; patience: 1 }
user u3 { value: 2.89; patience: 1; outside: 0.46; sees: attempts }
provider desk { offers: m; penalty: 1.84; routing: hidden }
`
const people = `
model quick { success: 40%, latency: 2 s, cost: 0.01 USD }
model deep { success: 70%, latency: 9 s, cost: 0.05 USD }
menu tiers = cascade(quick, deep)
user customer { value: lognormal(0.4 USD, 0.8), patience: 60 USD/h }
provider desk { offers: tiers, penalty: 0.3 USD, routing: hidden, throttle: 60 s }
`

function solved(text: string) {
  const { instance, diagnostics } = compile({ name: 'a.game', text })
  if (instance === null) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)))
  const result = solve(instance, new Map(), { types: 16 })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { document: result.document, told: verdict(instance, result.document).replaceAll('\u00a0', ' ') }
}

describe('a route that users of several kinds cannot see', () => {
  it('may be drawn, and so may their answers: the document has the shares, and the verdict tells them', () => {
    const { document, told } = solved(mixed)
    const { route, users, certificate, announcing } = document
    expect(route).toMatchObject({ start: null, starts: { b: 112 / 137, c: 25 / 137 } })
    expect(users.map(({ abandonment, staying }) => [abandonment, staying])).toEqual([
      [1, undefined],
      [null, 86 / 143],
    ])
    expect(certificate).toMatchObject({ method: 'mutual-best-response', exact: { cost: '467/286' } })
    expect(certificate.tolerance).toBeUndefined()
    expect(announcing?.provider).toBeCloseTo(document.provider.cost - 1.475, 12)
    expect(told).toContain('the provider starts 81.8% of tasks at b and 18.2% at c, at random')
    expect(told).toContain('neither side would do better on its own. There may be others.')
  })

  it('may leave a user who counts failures with several best answers', () => {
    const { document, told } = solved(counting)
    const { abandonment, mixture = [] } = document.users[1] ?? { abandonment: 0 }
    expect(abandonment).toBeNull()
    expect(mixture.length).toBeGreaterThan(1)
    expect(mixture.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(told).toContain('answers one task in one way and another in another, at random')
  })

  it('is of use to no provider that might slow models down, and is told for people who differ as means', () => {
    const { document } = solved(people)
    expect(document.concept).toBe('nash')
    expect(document.throttling).toMatchObject({ pays: false, latencies: null })
    expect(document.users[0]?.types).toBeGreaterThan(4)
    expect(document.provider.cost).toBeGreaterThanOrEqual((document.announcing?.cost ?? NaN) - 1e-9)
  })
})
