import { describe, expect, it } from 'vitest'
import { amountsIn, percent } from './amounts.ts'
import { apart, decimal } from './decimal.ts'
import { thousandsApart } from './quantity.ts'
import { listed, quoted, titleOf, visible } from './label.ts'

describe('numbers', () => {
  it.each([
    [0.11384587, '0.1138'],
    [0.0021, '0.0021'],
    [0.000012, '0.000012'],
    [-23.0291, '−23.03'],
    [123456.7, '123,457'],
    [9999.6, '10,000'],
    [1430270, '1,430,000'],
    [999999.7, '1,000,000'],
    [1234.5, '1235'],
    [0.99996, '1'],
    [3.2e-9, '3.2e-9'],
    [4.56789e12, '4.568e12'],
    [-0, '0'],
    [5e-324, '4.941e-324'],
  ])('%d reads %s', (value, text) => {
    expect(decimal(value)).toBe(text)
  })

  it('that are none read as a dash', () => {
    expect([NaN, Infinity, -Infinity, null].map((value) => decimal(value))).toEqual(['–', '–', '–', '–'])
  })

  it('that differ are shown to differ', () => {
    expect(apart(0.113841, 0.113842, decimal)).toEqual(['0.113841', '0.113842'])
    expect(apart(1, 2, decimal)).toEqual(['1', '2'])
    expect(apart(0.5, 0.5, decimal)).toEqual(['0.5', '0.5'])
  })
})

describe('probabilities', () => {
  it.each([
    [0, '0%'],
    [1, '100%'],
    [0.0983, '9.83%'],
    [0.999999, '99.9999%'],
    [1e-12, '1e-10%'],
    [1 - 2 ** -53, 'just under 100%'],
  ])('%d reads %s', (value, text) => {
    expect(percent(value)).toBe(text)
  })
})

describe('amounts', () => {
  const usd = amountsIn({ cost: 'USD', time: 's', utility: 's' })
  const bare = amountsIn({ cost: null, time: null, utility: null })
  const plain = (text: string): string => text.replace(/\u00a0/g, ' ')

  it('have the unit that the game has', () => {
    expect(plain(usd.cost(0.11384))).toBe('0.1138 USD')
    expect(plain(usd.utility(-23.0291))).toBe('−23.03 s')
  })

  it('of time grow into minutes, hours and days, and shrink into parts of a second', () => {
    const times = [12.3, 599, 600, 7200, 9_072_000, 0.0004, -7.5e-9, 0]
    expect(times.map((value) => plain(usd.time(value)))).toEqual([
      '12.3 s',
      '599 s',
      '10 min',
      '2 h',
      '105 days',
      '400 µs',
      '−7.5 ns',
      '0 s',
    ])
  })

  it('in bare numbers name what they count in a sentence, and not in a table', () => {
    expect(plain(bare.cost(0.4))).toBe('0.4 units of cost')
    expect(plain(bare.cost(1))).toBe('1 unit of cost')
    expect(bare.cell.cost(0.4)).toBe('0.4')
  })
})

describe('quantities', () => {
  it('have their thousands apart, and only those', () => {
    const texts = ['4000000 USD', '-12345 s', '0.0123456 USD', '1234 s', '12345.5 s', '5e-8 USD/tok']
    expect(texts.map(thousandsApart)).toEqual([
      '4,000,000 USD',
      '-12,345 s',
      '0.0123456 USD',
      '1234 s',
      '12,345.5 s',
      '5e-8 USD/tok',
    ])
  })
})

describe('names', () => {
  it('are shown by label, on one line, without what could mislead', () => {
    expect(titleOf({ name: 'o3', label: null })).toBe('o3')
    expect(titleOf({ name: 'o3', label: 'o3\n(high)' })).toBe('o3 (high)')
    expect(titleOf({ name: 'o3', label: '' })).toBe('o3')
    expect(visible('a\u202eb\u0007c\ud800')).toBe('a\ufffdb\ufffdc\ufffd')
    expect(titleOf({ name: 'o3', label: 'x'.repeat(99) })).toBe(`${'x'.repeat(59)}…`)
  })

  it('are quoted in a sentence where they could be mistaken for more of it', () => {
    expect(['o3', 'gpt-4.1', 'Opus 4, thinking', 'a.', '模型'].map(quoted)).toEqual([
      'o3',
      'gpt-4.1',
      '“Opus 4, thinking”',
      '“a.”',
      '模型',
    ])
  })

  it('are listed as people list them', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => listed(names))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })
})
