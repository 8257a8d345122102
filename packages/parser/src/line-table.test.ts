import { describe, expect, it } from 'vitest'
import { lineTable } from './line-table.ts'

describe('the line table', () => {
  it.each([
    ['a\nbc\n', 3, { line: 2, column: 2 }],
    ['a\r\nbc', 4, { line: 2, column: 2 }],
    ['a\rbc', 3, { line: 2, column: 2 }],
    ['', 0, { line: 1, column: 1 }],
    ['a\n', 2, { line: 2, column: 1 }],
    ['\t😀x', 3, { line: 1, column: 4 }],
    ['\ufeffab', 0, { line: 1, column: 1 }],
    ['\ufeffab', 2, { line: 1, column: 2 }],
  ])('of %j has offset %i at %j', (text, offset, place) => {
    expect(lineTable(text).positionAt(offset)).toEqual(place)
  })
})
