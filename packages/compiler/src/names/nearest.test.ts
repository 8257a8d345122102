import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

describe('the word that was meant', () => {
  it.each([
    ['modle', ['game', 'model', 'menu'], 'model'],
    ['chrun', ['churn', 'chain'], 'churn'],
    ['latencey', ['success', 'latency'], 'latency'],
    ['usd', ['EUR', 'USD'], 'USD'],
    ['reasonning', ['standard', 'reasoning'], 'reasoning'],
    ['a', ['b', 'c'], null],
    ['cost', ['success', 'latency'], null],
    ['cost', ['cost'], null],
    ['', ['a'], null],
    ['x'.repeat(100), ['x'.repeat(101)], null],
  ])('for %s among %j is %s', (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant)
  })
})
