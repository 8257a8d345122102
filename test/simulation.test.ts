import { compile } from '@plumbline/compiler'
import { simulate } from '@plumbline/solver'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './repository.ts'

const models = `
model quick { success: 40%, latency: 2 s, cost: 0.01 USD }
model deep { success: 70%, latency: 9 s, cost: 0.05 USD }
`
const menu = 'menu tiers = cascade(quick, deep)\n'
const user = (more = '') => `user customer { value: 0.5 USD, patience: 60 USD/h${more} }\n`
const provider = (more = '') => `provider desk { offers: tiers, penalty: 0.3 USD${more} }\n`

/** Games of every kind that a simulation plays. */
const games: readonly (readonly [string, string])[] = [
  ['a cascade', models + menu + user() + provider()],
  ['a user who sees the model', models + menu + user(', sees: model') + provider()],
  ['a stopping time', models.replace('40%', '[40%, 20%, 5%]') + menu + user(', sees: attempts') + provider()],
  ['an outside option', models + menu + user(', outside: 0.6 USD') + provider()],
  ['a choice of the user', models + menu.replace('cascade', 'choice') + user() + provider()],
  [
    'three models',
    `${models}model best { success: 90%, latency: 30 s, cost: 0.2 USD }\nmenu tiers = escalate(quick, deep, best)\n${user()}${provider()}`,
  ],
  [
    'kinds of task',
    `task easy { weight: 2 }\ntask hard { weight: 1 }\n${models.replace('40%', '40%, success.hard: 5%')}${menu}${user()}${provider()}`,
  ],
  [
    'two users',
    `${models}${menu}${user()}user visitor { value: 0.1 USD, patience: 100 USD/h, weight: 3 }\n${provider()}`.replace(
      'value: 0.5',
      'weight: 1, value: 0.5',
    ),
  ],
  ['throttling', models + menu + user() + provider(', throttle: 60 s').replace('0.3 USD', '0.01 USD')],
  ['hidden routing', models + menu + user() + provider(', routing: hidden')],
  [
    'hidden routing in which a start and replies are drawn',
    `model a { success: 20%, latency: 0.8, cost: 0.95 }
model b { success: 50%, latency: 0.85, cost: 1 }
model c { success: 20%, latency: 0.15, cost: 0.5 }
menu tiers = cascade(a, b, c)
user one { value: 0.65, patience: 1, weight: 1 }
user other { value: 1.45, patience: 1, weight: 1 }
provider desk { offers: tiers, penalty: 0.95, routing: hidden }
`,
  ],
]

describe('a game played task by task comes to what its solution says', () => {
  it.each(games)('%s', (_, text) => {
    const { instance, diagnostics } = compile({ name: 'a.game', text })
    if (instance === null) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)))
    const played = simulate(instance, { tasks: 40_000, seed: 5 }, { nodes: 300 })
    if (!played.ok) throw new Error(JSON.stringify(played.problems))
    const { quantities, cutOff } = played.document
    expect(quantities.filter(({ agrees }) => agrees !== true)).toEqual([])
    expect(cutOff).toBe(0)
  })

  it('for people who differ', () => {
    const text = readFileSync(join(root, 'examples/many-kinds-of-people.game'), 'utf8')
    const { instance } = compile({ name: 'people.game', text })
    if (instance === null) throw new Error('an example that compiles')
    const played = simulate(instance, { tasks: 60_000, seed: 1 })
    expect(played.ok && played.document.agrees).toBe(true)
  })
})
