import { describe, expect, it } from 'vitest'
import { verify } from '../packages/checker/src/index.ts'
import { compile } from '../packages/compiler/src/index.ts'
import { solve } from '../packages/solver/src/index.ts'

const two = `
model a { success: 50%  latency: 2 s  cost: 0.10 USD }
model b { success: 20%  latency: 9 s  cost: 0.02 USD }
`
const three = `
model a { success: 30%  latency: 2 s  cost: 0.01 USD }
model b { success: 50%  latency: 4 s  cost: 0.03 USD }
model c { success: 80%  latency: 9 s  cost: 0.20 USD }
`
const later = `
model a { success: [50%, 20%]  latency: 2 s  cost: 0.10 USD }
model b { success: [60%, 70%]  latency: 5 s  cost: 0.20 USD }
`
const kinds = `
task easy { weight: 70% }
task hard { weight: 30% }
model a { success.easy: 60%  success.hard: 20%  latency: 2 s  cost: 0.10 USD }
model b { success.easy: 90%  success.hard: 40%  latency: 5 s  cost: 0.20 USD }
`
const provider = (more = '') => `provider p { offers: m  penalty: 0.30 USD  ${more} }`

/** Each with how it is shown that no route costs less. */
const games: readonly (readonly [name: string, text: string, bound?: 'exact'])[] = [
  ['three models', `${three} menu m = cascade(a, b, c)\nuser u { value: 14 s }\n${provider()}`],
  ['a static menu', `${three} menu m = static(a, b, c)\nuser u { value: 14 s }\n${provider()}`, 'exact'],
  ['a choice', `${three} menu m = choice(a, b, c)\nuser u { value: 14 s }\n${provider()}`, 'exact'],
  [
    'a user who sees the model',
    `${two} menu m = cascade(a, b)\nuser u { value: 10 s  sees: model }\n${provider()}`,
  ],
  ['one who counts', `${two} menu m = cascade(a, b)\nuser u { value: 60 s  sees: attempts }\n${provider()}`],
  ['an outside option', `${two} menu m = cascade(a, b)\nuser u { value: 9 s  outside: 3 s }\n${provider()}`],
  [
    'ties against the provider',
    `${two} menu m = cascade(b, a)\nuser u { value: 9 s }\n${provider('ties: weak')}`,
    'exact',
  ],
  [
    'an escalation between two models',
    `${two} menu m = cascade(a, b)\nuser u { value: 14 s }\n${provider()}`,
    'exact',
  ],
  ['any step between three models', `${three} menu m = free(a, b, c)\nuser u { value: 9 s }\n${provider()}`],
  ['success by attempt', `${later} menu m = cascade(a, b)\nuser u { value: 9 s }\n${provider()}`],
  ['kinds of task', `${kinds} menu m = cascade(a, b)\nuser u { value: 60 s }\n${provider()}`],
  [
    'two users of two models',
    `${two} menu m = cascade(a, b)\nuser u { value: 9 s  weight: 1 }\nuser w { value: 60 s  weight: 2 }\n${provider()}`,
  ],
  [
    'two users of three models',
    `${three} menu m = cascade(a, b, c)\nuser u { value: 9 s  weight: 1 }\nuser w { value: 60 s  weight: 1 }\n${provider()}`,
  ],
]

describe('a solution', () => {
  it.each(games)('of %s is accepted, its bound shown', (_, text, bound = 'boxes') => {
    const { instance, diagnostics } = compile({ name: 'game.game', text: `game shapes\n${text}` })
    if (instance === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
    const solved = solve(instance, new Map(), { nodes: 300, proof: 'short' })
    if (!solved.ok) throw new Error(JSON.stringify(solved.problems))
    const document: unknown = JSON.parse(JSON.stringify(solved.document))
    const verdict = verify(instance, document)
    expect(verdict).toMatchObject({ kind: 'accepted', bound })
  })
})
