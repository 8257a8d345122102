import { describe, expect, it } from 'vitest'
import { parse } from '../parse.ts'
import { syntaxCatalogue } from './catalogue.ts'

function codesIn(text: string): readonly string[] {
  return parse({ name: 'test.game', text }).diagnostics.map(({ code }) => code)
}

describe('the catalogue of syntax', () => {
  it('gives each code once, in order', () => {
    const codes = syntaxCatalogue.map(({ code }) => code)
    expect(codes).toEqual([...new Set(codes)].toSorted())
  })

  it.each(syntaxCatalogue.map((definition) => [definition.code, definition] as const))(
    '%s is what its example fails with, and the mended example has nothing to complain about',
    (code, { failing, inFull, mended }) => {
      expect(codesIn(inFull?.() ?? failing)).toEqual([code])
      expect(codesIn(mended)).toEqual([])
    },
  )
})
