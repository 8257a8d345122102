import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { compileSettings } from './compileSettings.ts'

const text = `game n
param p = 0.5 in 0 .. 1
param wait = 2 min
param fee = 0.1 USD
model a { success: p, latency: wait, cost: 1 USD }
model b { success: 0.9, latency: 5 s, cost: 3 USD }
menu m = cascade(a, b)
user x { value: 10 USD, patience: 1 USD/h }
provider y { offers: m, penalty: fee }
`
const { instance } = compile({ name: 'n.game', text })

function settings(name: string, value: string): ReturnType<typeof compileSettings> {
  if (instance === null) throw new Error('the game has errors')
  return compileSettings(instance, [{ name, value }])
}

describe('values for the params of an instance without its file', () => {
  it('are expressions with units, in base units', () => {
    expect(settings('wait', '3 s').values.get('wait')).toMatchObject({
      expression: { op: 'number', value: '3' },
      dimension: { time: 1 },
      origin: { file: '--set wait', line: 1, column: 1, text: '3 s' },
    })
  })

  it('may name the params', () => {
    expect(settings('fee', 'p * 1 USD').values.get('fee')?.expression).toMatchObject({
      op: 'mul',
      left: { op: 'ref', name: 'p' },
    })
  })

  it('stand for their point value where they are counts', () => {
    const { values, diagnostics } = settings('p', 'min(1 of 4, 1)')
    expect(diagnostics).toEqual([])
    expect(values.get('p')?.expression).toEqual({
      op: 'min',
      args: [
        { op: 'div', left: { op: 'number', value: '1' }, right: { op: 'number', value: '4' } },
        { op: 'number', value: '1' },
      ],
    })
  })

  it.each([
    ['q', '1'],
    ['__proto__', '1'],
    ['fee', '1 s'],
    ['fee', 'nobody'],
    ['fee', '1 USD +'],
  ])('%s = %s is refused', (name, value) => {
    const { values, diagnostics } = settings(name, value)
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error'])
    expect(values.size).toBe(0)
  })
})
