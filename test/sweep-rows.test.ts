import { compile, compileAxes } from '@plumbline/compiler'
import type { Expression, SolutionDocument } from '@plumbline/game'
import { solve, sweepTable } from '@plumbline/solver'
import { describe, expect, it } from 'vitest'

const models = `
model quick { success: 40%, latency: 2 s, cost: 0.01 USD }
model deep { success: 70%, latency: 9 s, cost: 0.05 USD }
`
const best = 'model best { success: 90%, latency: 30 s, cost: 0.2 USD }\n'
const menu = 'menu tiers = cascade(quick, deep)\n'
const user = (more = '') => `user customer { value: 0.5 USD, patience: 60 USD/h${more} }\n`
const provider = (more = '') => `provider desk { offers: tiers, penalty: churn${more} }\n`
const churn = 'param churn = 0.3 USD\n'

/** Games that no closed form solves. */
const games: readonly (readonly [string, string])[] = [
  ['three models', `${models}${best}menu tiers = escalate(quick, deep, best)\n${user()}${provider()}`],
  ['two users', `${models}${menu}${user(', weight: 1')}user visitor { value: 0.1 USD, patience: 100 USD/h, weight: 3 }\n${provider()}`],
  ['people who differ', models + menu + user().replace('0.5 USD', 'lognormal(0.4 USD, 0.8)') + provider()],
  ['kinds of task', `task easy { weight: 2 }\ntask hard { weight: 1 }\n${models.replace('40%', '40%, success.hard: 5%')}${menu}${user()}${provider()}`],
  ['a stopping time', models.replace('40%', '[40%, 20%, 5%]') + menu + user(', sees: attempts') + provider()],
  ['an outside option', models + menu + user(', outside: 0.2 USD') + provider()],
  ['bounded rationality', models + menu + user(', rationality: 20 / (1 USD)') + provider()],
  ['hidden routing', models + menu + user() + provider(', routing: hidden')],
  ['hidden routing, three models', `${models}${best}menu tiers = cascade(quick, deep, best)\n${user()}${provider(', routing: hidden')}`],
  ['throttling', `${models}${best}menu tiers = cascade(quick, deep, best)\n${user()}${provider(', throttle: 60 s')}`],
] // prettier-ignore

const options = { nodes: 200, tolerance: 1e-4 }

/** What a document has in a column; undefined for one that is not compared. */
function entryOf(
  { route, users, provider: desk, throttling, welfare }: SolutionDocument,
  column: string,
): unknown {
  const [head = '', name = ''] = column.split('.')
  const told = users.find((each) => each.name === head)
  if (told !== undefined) {
    const named: Readonly<Record<string, unknown>> = {
      abandonment: told.abandonment,
      success: told.success,
      attempts: told.attempts,
      latency: told.latency,
      utility: told.utility,
      best_utility: told.best.utility,
      gap: told.gap,
    }
    return named[name]
  }
  switch (column) {
    case 'route.start':
      return route?.start ?? null
    case 'route.cascades':
      return route?.cascades
    case 'welfare':
      return welfare
    case 'throttling.pays':
      return throttling === null ? undefined : throttling.pays
    default:
      return head === 'desk' && name in desk ? desk[name as 'cost'] : undefined
  }
}

describe('a row of a sweep over a game that is searched for', () => {
  it.each(games)('is the game solved alone at that point: %s', (_, text) => {
    const { instance, diagnostics } = compile({ name: 'a.game', text: churn + text })
    if (instance === null) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)))
    const { axes } = compileAxes(instance, [
      { path: 'churn', range: '[0.03 USD, 0.2 USD]' },
      { path: 'deep.latency', range: '[4 s]' },
    ])
    const made = sweepTable(instance, { axes }, options)
    if (!made.ok) throw new Error('axes that are in order')
    const { table } = made
    for (let index = 0; index < table.count; index++) {
      const values = table.axes.map(({ axis, valueAt }, place): readonly [string, Expression] => {
        return [axis.target, valueAt(place === 0 ? index : 0).expression]
      })
      const alone = solve(instance, new Map(values), options)
      const row = table.row(index)
      expect(row.problems).toEqual([])
      if (!alone.ok) throw new Error(JSON.stringify(alone.problems))
      const compared = table.columns.flatMap(({ name }, column) => {
        const expected = entryOf(alone.document, name)
        return expected === undefined ? [] : [[name, row.cells[column], expected] as const]
      })
      expect(compared.length).toBeGreaterThan(10)
      expect(compared.map(([name, cell]) => [name, cell])).toEqual(
        compared.map(([name, , due]) => [name, due]),
      )
    }
  })
})
