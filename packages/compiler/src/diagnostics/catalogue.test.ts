import { syntaxCatalogue } from '@plumbline/parser'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { codesOf, fileOf } from '../testing/compileText.ts'
import { catalogue, ownDiagnostics } from './catalogue.ts'
import { exampleVocabulary } from './exampleVocabulary.ts'

/** Codes that only a solver gives: their failing examples compile, and say what the solver meets. */
const solvers: readonly string[] = ['E0401', 'E0501']

describe('the catalogue', () => {
  it('has every code once, in order', () => {
    const all = [...syntaxCatalogue, ...ownDiagnostics]
    const codes = all.map(({ code }) => code).toSorted()
    expect([...catalogue.keys()]).toEqual(codes)
    expect([...new Set(codes)]).toEqual(codes)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it.each(ownDiagnostics)(
    '$code $name says what, why and what to do',
    ({ code, name, title, explanation, severity }) => {
      expect(code).toMatch(severity === 'error' ? /^E0[2-5]\d\d$/ : /^W06\d\d$/)
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(title.length).toBeGreaterThan(10)
      expect(explanation.length).toBeGreaterThan(80)
    },
  )

  it.each(ownDiagnostics.filter(({ code }) => !solvers.includes(code)))(
    '$code $name is what its failing example gets, and nothing else',
    ({ code, failing, inFull }) => {
      expect(codesOf(inFull?.() ?? failing, { vocabulary: exampleVocabulary })).toBe(code)
    },
  )

  it.each([...solvers])('%s compiles, for the solver to meet', (code) => {
    const { instance, diagnostics } = compile(fileOf(catalogue.get(code)?.failing ?? ''))
    expect(diagnostics).toEqual([])
    expect(instance).not.toBeNull()
  })

  it.each(ownDiagnostics)('$code $name has a mended example without a mistake', ({ mended }) => {
    expect(codesOf(mended)).toBe('')
  })
})
