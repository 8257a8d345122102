import { describe, expect, it } from 'vitest'
import { inputTitle, someOf } from './input-title.ts'

describe('numbers of a game', () => {
  it('of a later attempt are named by it', () => {
    expect(inputTitle('quick.success#2')).toBe('quick.success (attempt 2)')
    expect(inputTitle('churn')).toBe('churn')
  })

  it('are listed as far as somebody would read on', () => {
    expect(someOf(['a', 'b', 'c'])).toBe('a, b and c')
    expect(someOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).toBe('a, b, c, d, e and 3 more')
  })
})
