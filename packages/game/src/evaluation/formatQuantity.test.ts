import { describe, expect, it } from 'vitest'
import type { Dimension } from '../instance/quantity.ts'
import { formatNumber, formatQuantity } from './formatQuantity.ts'

const units = { cost: 'USD', time: 's', utility: 'USD' }

describe('a quantity in words', () => {
  it.each<[number, Dimension, string]>([
    [-3, { time: 1 }, '-3 s'],
    [0.002, { money: 1 }, '0.002 USD'],
    [1.25e-6, { money: 1, tokens: -1 }, '0.00000125 USD/tok'],
    [40 / 3600, { money: 1, time: -1 }, '0.0111111 USD/s'],
    [5e-8, { money: 1, tokens: -1 }, '5e-8 USD/tok'],
    [65, { tokens: 1, time: -1 }, '65 tok/s'],
    [4, { time: 2 }, '4 s^2'],
    [2, { time: -1 }, '2 1/s'],
    [2, { money: 1, time: -1, tokens: -1 }, '2 USD/(s tok)'],
    [0.62, {}, '0.62'],
    [-0, { time: 1 }, '0 s'],
  ])('%d with %j is %s', (value, dimension, expected) => {
    expect(formatQuantity(value, dimension, units)).toBe(expected)
  })

  it('has no unit of money or time in a game of plain numbers', () => {
    const plain = { cost: null, time: null, utility: null }
    expect(formatQuantity(3, {}, plain)).toBe('3')
  })

  it('has as many digits as asked for, and no trailing zeros', () => {
    expect(formatNumber(1 / 3)).toBe('0.333333')
    expect(formatNumber(1 / 3, 3)).toBe('0.333')
    expect(formatNumber(1234567)).toBe('1234570')
    expect(formatNumber(2.5)).toBe('2.5')
  })
})
