import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileNode } from './ast.ts'
import { allExpressions } from './children.ts'
import { parse } from './parse.ts'
import { brokenLayoutLaw } from './testing/layoutLaws.ts'
import { mutatedProgram, program } from './testing/programs.ts'

function read(text: string): ReturnType<typeof parse> {
  return parse({ name: 'test.game', text })
}

function isSound(text: string): boolean {
  return read(text).diagnostics.every(({ severity }) => severity !== 'error')
}

/** What a file is made of, in words: kinds of item, of expression, of operator. */
function formsOf(file: FileNode): readonly string[] {
  const expressions = [...allExpressions(file)].map((node) =>
    node.kind === 'binary' || node.kind === 'unary' ? node.operator : node.kind,
  )
  return [...file.items.map(({ kind }) => kind), ...expressions]
}

describe('generated programs', () => {
  it('are sound but for a few, and use all of the grammar', () => {
    const programs = fc.sample(program, { numRuns: 1500, seed: 7 })
    expect(programs.filter(isSound).length).toBeGreaterThan(1400)
    const forms = new Set(programs.flatMap((text) => formsOf(read(text).file)))
    const remarks = new Set(programs.flatMap((text) => read(text).remarks.map(({ kind }) => kind)))
    expect([...forms].sort()).toEqual(
      [
        'import', 'declaration', 'assert', 'number', 'string', 'boolean', 'name', 'member', 'call', 'list', 'group', 'not',
        'or', 'and', '==', '!=', '<', '<=', '>', '>=', 'in', '..', '±', '+', '-', '*', '/', 'of', '^', 'bad',
      ].sort(),
    ) // prettier-ignore
    expect([...remarks].sort()).toEqual(['block', 'doc', 'line'])
  })

  it.each([
    ['sound', program],
    ['mutated', mutatedProgram],
  ])('keep the laws of the layout: %s', (_, programs) => {
    fc.assert(
      fc.property(programs, (text) => {
        expect(brokenLayoutLaw(text)).toBeNull()
      }),
      { numRuns: 1500 },
    )
  })

  it('have their diagnostics and fixes inside of the file, in the order of their places', () => {
    fc.assert(
      fc.property(mutatedProgram, (text) => {
        const { diagnostics } = read(text)
        const places = diagnostics.flatMap(({ primary, secondary, fixes }) => [
          ...(primary === null ? [] : [primary.span]),
          ...secondary.map(({ span }) => span),
          ...fixes.flatMap(({ edits }) => edits.map(({ span }) => span)),
        ])
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        const starts = diagnostics.map(({ primary }) => primary?.span.start ?? 0)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
      { numRuns: 1500 },
    )
  })

  it('are tokens, comments and blanks, and nothing else', () => {
    fc.assert(
      fc.property(mutatedProgram, (text) => {
        const { tokens, remarks } = read(text)
        const pieces = [...tokens, ...remarks].toSorted((a, b) => a.span.start - b.span.start)
        let end = 0
        for (const { span, text: image } of pieces) {
          expect(text.slice(end, span.start)).toMatch(/^[\s\ufeff]*$/)
          expect(text.slice(span.start, span.end)).toBe(image)
          end = span.end
        }
        expect(text.slice(end)).toMatch(/^[\s\ufeff]*$/)
      }),
      { numRuns: 1000 },
    )
  })
})
