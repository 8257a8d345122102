import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'

const text = `param p = 1 USD
param r = p * 2
model a { success: 50%, latency: 10 s, cost: 1 USD }
menu m = static(a)
user u { value: 100 s }
provider q { offers: m, penalty: r }
`

function codes(...set: readonly { name: string; value: string }[]): readonly string[] {
  return compile({ name: 'test.game', text }, { set }).diagnostics.map(({ code }) => code)
}

describe('a param set from outside', () => {
  it('may use what the file declares', () => {
    expect(codes({ name: 'r', value: 'p * 3' })).toEqual([])
    expect(codes({ name: 'p', value: '0.2 USD' })).toEqual([])
  })

  it('may not go round in a circle', () => {
    expect(codes({ name: 'p', value: 'r' })).toEqual(['E0213'])
    expect(codes({ name: 'p', value: 'p * 2' })).toEqual(['E0213'])
  })

  it('keeps its dimension', () => {
    expect(codes({ name: 'p', value: '3 s' })).toEqual(['E0214'])
  })
})
