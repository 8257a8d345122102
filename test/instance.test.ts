import { compile } from '@plumbline/compiler'
import { type Assignment, type GameInstance, loadInstance } from '@plumbline/game'
import { solve } from '@plumbline/solver'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const path = 'examples/gpt-4.1-to-o3.game'
const file = { name: path, text: readFileSync(new URL(`../${path}`, import.meta.url), 'utf8') }

/** The instance as another program would get it: printed as JSON and read back. */
function reloaded(): GameInstance {
  const { instance } = compile(file)
  const loaded = loadInstance(JSON.parse(JSON.stringify(instance)))
  if (!loaded.ok) throw new Error(loaded.message)
  return loaded.instance
}

function solved(instance: GameInstance, assignment?: Assignment): unknown {
  const outcome = solve(instance, assignment)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.document
}

function churn(dollars: string): Assignment {
  return new Map([['churn', { op: 'number', value: dollars }]])
}

describe('an instance without its compiler', () => {
  it('solves as the file does', () => {
    const { instance } = compile(file)
    expect(instance).not.toBeNull()
    expect(reloaded()).toEqual(instance)
  })

  it.each([
    ['1/20', { start: 'gpt41', escalation: { gpt41: 1 } }, 1],
    ['11/100', { start: 'o3' }, 1],
    ['3/20', { start: 'gpt41', escalation: { gpt41: 0.0982814749322096 } }, 0],
  ])('answers for a churn penalty of %s USD', (dollars, route, abandonment) => {
    expect(solved(reloaded(), churn(dollars))).toMatchObject({ route, users: [{ abandonment }] })
  })

  it('agrees at every penalty with the file compiled for it', () => {
    for (const percent of [0, 5, 7, 11, 13, 50, 100]) {
      const { instance } = compile(file, { set: [{ name: 'churn', value: `${percent / 100} USD` }] })
      if (instance === null) throw new Error(`nothing compiled at ${percent} cents`)
      expect(solved(reloaded(), churn(`${percent}/100`))).toEqual(solved(instance))
    }
  })
})
